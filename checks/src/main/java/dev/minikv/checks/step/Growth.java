package dev.minikv.checks.step;

import com.github.difflib.DiffUtils;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The lines of a step's main code by their origin, without the package `benchmark`.
///
/// What says something is counted: no comments, no imports, and no lines that are blank or have only
/// brackets. So nobody is tempted to save on comments.
///
/// @param fresh the lines in new files
/// @param changed the new lines in files that the step before has, too
/// @param carried the other lines of those files
record Growth(int fresh, int changed, int carried) {

    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^(?!\\s*//|import |package ).*\\w");

    static Growth between(Step before, Step now) throws IOException {
        Map<String, String> old = Steps.sources(before, "main");
        int fresh = 0;
        int changed = 0;
        int all = 0;
        for (Map.Entry<String, String> file : Steps.sources(now, "main").entrySet()) {
            if (file.getKey().startsWith("benchmark/")) {
                continue;
            }
            List<String> lines = code(file.getValue());
            String former = old.get(file.getKey());
            all += lines.size();
            if (former == null) {
                fresh += lines.size();
            } else {
                changed += DiffUtils.diff(code(former), lines).getDeltas().stream()
                        .mapToInt(delta -> delta.getTarget().size())
                        .sum();
            }
        }
        return new Growth(fresh, changed, all - fresh - changed);
    }

    private static List<String> code(String source) {
        return BLOCK_COMMENT
                .matcher(source)
                .replaceAll("")
                .lines()
                .filter(line -> CODE.matcher(line).find())
                .toList();
    }

    int added() {
        return fresh + changed;
    }

    /// Returns these numbers in a sentence.
    @Override
    public String toString() {
        String sentence = "Lines of main code: %,d new, %,d changed, %,d carried along;"
                + " comments, imports, lone brackets and benchmarks aside.";
        return String.format(Locale.ROOT, sentence, fresh, changed, carried);
    }
}
