package dev.minikv.workbook.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.ReadingOrder;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what a step changed in the code of another. Package names, which differ in every file, are
/// ignored.
///
/// The benchmarks of the earlier step are ignored, too, unless the later step has files of the same names:
/// no step carries benchmarks along, so they were not removed.
@Command(
        name = "diff",
        description = "Show what one step changed in the code of another, package names aside. The files are in"
                + " the chapter's reading order.")
final class DiffCommand extends Subcommand {

    private static final int CONTEXT = 3;

    @Parameters(index = "0", paramLabel = "<from>", description = "The number of the earlier step.")
    private String from;

    @Parameters(index = "1", paramLabel = "<to>", description = "The number of the later step.")
    private String to;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "<file>",
            description = "Only these files, such as Repl.java or store/package-info.java; by default all.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        Step earlier = step(from);
        Step later = step(to);
        Map<FileName, List<String>> before = sources(earlier);
        Map<FileName, List<String>> after = sources(later);
        before.keySet().removeIf(name -> name.isBenchmark() && !after.containsKey(name));
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        int added = 0;
        int removed = 0;
        int changed = 0;
        Collection<FileName> chosen = filesMeant(files, names, "step " + from + " or " + to);
        for (FileName name : ReadingOrder.sorted(chosen, later)) {
            List<String> old = before.getOrDefault(name, List.of());
            List<String> now = after.getOrDefault(name, List.of());
            Patch<String> patch = DiffUtils.diff(old, now);
            if (patch.getDeltas().isEmpty()) {
                continue;
            }
            changed++;
            for (AbstractDelta<String> delta : patch.getDeltas()) {
                added += delta.getTarget().size();
                removed += delta.getSource().size();
            }
            print(UnifiedDiffUtils.generateUnifiedDiff(label(earlier, name), label(later, name), old, patch, CONTEXT));
        }
        print("files changed: " + changed + ", lines added: " + added + ", removed: " + removed);
        return 0;
    }

    private void print(List<String> lines) {
        for (String line : lines) {
            boolean isHeader = line.startsWith("--- ") || line.startsWith("+++ ");
            String changed =
                    line.startsWith("+") ? screen().green(line) : line.startsWith("-") ? screen().red(line) : line;
            print(isHeader ? screen().bold(line) : changed);
        }
    }

    private static String label(Step step, FileName name) {
        return "step " + step.number() + "/" + name.text();
    }

    private static Map<FileName, List<String>> sources(Step step) throws IOException {
        var sources = new TreeMap<FileName, List<String>>();
        for (Map.Entry<FileName, Path> file : step.mainFiles().entrySet()) {
            if (file.getKey().isSource()) {
                String text = Files.readString(file.getValue()).replace(step.packageName(), "dev.minikv.step");
                sources.put(file.getKey(), text.lines().toList());
            }
        }
        return sources;
    }
}
