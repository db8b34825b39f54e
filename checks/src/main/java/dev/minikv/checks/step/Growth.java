package dev.minikv.checks.step;

import com.github.difflib.DiffUtils;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The lines of a step's main code by their origin, without the package `benchmark`. They are counted as in
/// `./workbook diff`: with blank lines and comments, but package names aside.
///
/// @param fresh the lines in new files
/// @param changed the new lines in files that the step before has, too
/// @param carried the other lines of those files
record Growth(int fresh, int changed, int carried) {

    static Growth between(Step before, Step now) throws IOException {
        Map<String, String> old = Steps.sources(before, "main");
        int fresh = 0;
        int changed = 0;
        int all = 0;
        for (Map.Entry<String, String> file : Steps.sources(now, "main").entrySet()) {
            if (file.getKey().startsWith("benchmark/")) {
                continue;
            }
            List<String> lines = file.getValue().lines().toList();
            String former = old.get(file.getKey());
            all += lines.size();
            if (former == null) {
                fresh += lines.size();
            } else {
                changed += DiffUtils.diff(former.lines().toList(), lines).getDeltas().stream()
                        .mapToInt(delta -> delta.getTarget().size())
                        .sum();
            }
        }
        return new Growth(fresh, changed, all - fresh - changed);
    }

    int added() {
        return fresh + changed;
    }

    /// Returns these numbers in a sentence.
    @Override
    public String toString() {
        String sentence = "Lines of main code: %,d new, %,d changed, %,d carried along; benchmarks aside.";
        return String.format(Locale.ROOT, sentence, fresh, changed, carried);
    }
}
