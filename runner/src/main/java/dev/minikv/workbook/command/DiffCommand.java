package dev.minikv.workbook.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Shows what a step changed in the code of another: the package names, which differ in every file,
/// are left out of account.
@Command(name = "diff", description = "Show what one step changed since another, package names aside.")
final class DiffCommand implements Callable<Integer> {

    private static final int CONTEXT = 3;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private WorkbookCommand workbook;

    @Parameters(index = "0", paramLabel = "<from>", description = "The number of the earlier step.")
    private int from;

    @Parameters(index = "1", paramLabel = "<to>", description = "The number of the later step.")
    private int to;

    @Override
    public Integer call() throws IOException {
        TreeMap<String, List<String>> before = sources(from);
        TreeMap<String, List<String>> after = sources(to);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        int added = 0;
        int removed = 0;
        int files = 0;
        for (String name : names) {
            List<String> old = before.getOrDefault(name, List.of());
            List<String> now = after.getOrDefault(name, List.of());
            Patch<String> patch = DiffUtils.diff(old, now);
            if (patch.getDeltas().isEmpty()) {
                continue;
            }
            files++;
            added += patch.getDeltas().stream()
                    .mapToInt(delta -> delta.getTarget().size())
                    .sum();
            removed += patch.getDeltas().stream()
                    .mapToInt(delta -> delta.getSource().size())
                    .sum();
            print(UnifiedDiffUtils.generateUnifiedDiff(label(from, name), label(to, name), old, patch, CONTEXT));
        }
        workbook.screen().print("files changed: %d, lines added: %d, removed: %d".formatted(files, added, removed));
        return 0;
    }

    private void print(List<String> lines) {
        Screen screen = workbook.screen();
        for (String line : lines) {
            char mark = line.isEmpty() ? ' ' : line.charAt(0);
            boolean isHeader = line.startsWith("--- ") || line.startsWith("+++ ");
            screen.print(
                    isHeader
                            ? screen.bold(line)
                            : mark == '+' ? screen.green(line) : mark == '-' ? screen.red(line) : line);
        }
    }

    private static String label(int step, String name) {
        return "step " + step + "/" + name;
    }

    /// Returns the main sources of a step, by their names below the step's package.
    private TreeMap<String, List<String>> sources(int step) throws IOException {
        Path folder = folder(step);
        Path packageRoot = folder.resolve("src/main/java/dev/minikv/step%02d".formatted(step));
        var sources = new TreeMap<String, List<String>>();
        try (Stream<Path> files = Files.walk(packageRoot)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replace("dev.minikv.step%02d".formatted(step), "dev.minikv.step");
                sources.put(
                        packageRoot.relativize(file).toString(), text.lines().toList());
            }
        }
        return sources;
    }

    private Path folder(int step) throws IOException {
        try (Stream<Path> folders = Files.list(workbook.catalog().root())) {
            Optional<Path> found = folders.filter(
                            folder -> folder.getFileName().toString().startsWith("step-%02d-".formatted(step)))
                    .findFirst();
            return found.orElseThrow(() -> WorkbookCommand.misuse(spec, "There is no step '" + step + "'."));
        }
    }
}
