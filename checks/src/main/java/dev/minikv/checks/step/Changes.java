package dev.minikv.checks.step;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the changes in a step since the step before: `changes main` and `changes test`.
///
/// A file is named by its path below the step's package, or below the folder of resources, and is new,
/// changed, removed or the same, names of packages aside. The table of main code lists all files that are
/// not the same; the table of tests lists the changed ones. Other files that are already listed stay
/// listed. A sentence below sums up what the table omits.
public final class Changes implements Generator {

    private static final String MAIN = "main";
    private static final String TEST = "test";
    private static final String SAME = "same";

    private final Path root;

    public Changes(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public boolean writes(Table table) {
        return table.startsWith("file", "change") || table.startsWith("test file", "change");
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        String part = block.arguments();
        if (!part.equals(MAIN) && !part.equals(TEST)) {
            throw new IOException("the argument must be main or test, not '" + part + "'");
        }
        Step now = Steps.of(root, page);
        Step before = Steps.before(root, now);
        Map<String, String> changes = between(before, now, part);
        var table = GeneratedTable.in(block);
        var rows = new LinkedHashMap<String, List<String>>();
        changes.forEach((file, change) -> {
            boolean unasked = part.equals(MAIN) ? !change.equals(SAME) : change.equals("changed");
            if (unasked || table.rows().containsKey(file)) {
                rows.put(file, List.of("`" + file + "`", change));
            }
        });
        String column = part.equals(MAIN) ? "file" : "test file";
        var lines = new ArrayList<>(table.with(List.of(column, "change", "why"), rows));
        changes.keySet().removeAll(rows.keySet());
        lines.add("");
        lines.addAll(wrapped(part.equals(MAIN) ? carried(before, now) : onlyBefore(before, changes)));
        return lines;
    }

    /// Returns the kind of change of each file.
    static Map<String, String> between(Step before, Step now, String part) throws IOException {
        Map<String, String> old = Steps.sources(before, part);
        Map<String, String> current = Steps.sources(now, part);
        var names = new TreeSet<>(old.keySet());
        names.addAll(current.keySet());
        var changes = new TreeMap<String, String>();
        for (String name : names) {
            changes.put(name, change(old.get(name), current.get(name)));
        }
        return changes;
    }

    /// Compares two texts; one may be null if there was, or is, no such file.
    private static String change(String old, String current) {
        if (old == null) {
            return "new";
        }
        if (current == null) {
            return "removed";
        }
        return old.equals(current) ? SAME : "changed";
    }

    private static String carried(Step before, Step now) throws IOException {
        return Growth.between(before, now)
                + " Files that are not listed are the same as in step %s, package names aside."
                        .formatted(Step.twoDigits(before.number()));
    }

    private static String onlyBefore(Step before, Map<String, String> unlisted) {
        List<String> gone = unlisted.keySet().stream()
                .filter(file -> unlisted.get(file).equals("removed"))
                .toList();
        List<String> tests = gone.stream()
                .filter(Steps::isTest)
                .map(file -> isAmong(unlisted, file) ? file.replaceFirst("\\.java$", "") : Steps.simpleName(file))
                .toList();
        if (gone.isEmpty()) {
            return "Every test of step %s that is not listed is here, too.".formatted(Step.twoDigits(before.number()));
        }
        String names = tests.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "Unchanged code is tested in step %s, and not again here. These tests stay there: %s%s."
                .formatted(Step.twoDigits(before.number()), names, others(gone.size() - tests.size()));
    }

    /// Returns whether a file that is here now has the same name in another folder.
    private static boolean isAmong(Map<String, String> changes, String file) {
        return changes.keySet().stream()
                .anyMatch(other -> !other.equals(file)
                        && !changes.get(other).equals("removed")
                        && Steps.simpleName(other).equals(Steps.simpleName(file)));
    }

    private static String others(int files) {
        return files == 0 ? "" : " and %s other file%s".formatted(files, files == 1 ? "" : "s");
    }

    private static List<String> wrapped(String sentences) {
        return Stream.of(sentences.replaceAll("(.{1,100})(?: |$)", "$1\n").split("\n"))
                .toList();
    }
}
