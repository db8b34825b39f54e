package dev.minikv.checks.step;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks that a step is an addition to the one before: its chapter says what it changed, it adds no more
/// than one can read, and unchanged code is tested only once.
///
/// The statement is the chapter as a whole, by its first page. [Changes] writes that files which the chapter
/// does not list are the same as in the step before.
public final class Additions implements Check<Page> {

    /// The maximum number of new or changed lines of main code from step 05 on, as [Growth] counts them.
    private static final int MAX_ADDED_LINES = 1_000;

    private static final int FIRST_WITH_LIMIT = 5;

    /// Tests that every step has, even if they are the same as in the step before: the rules are about its
    /// own packages, the contract is about its own stores, and processes and sessions are about its own
    /// program.
    private static final Set<String> KEPT =
            Set.of("ArchitectureTest.java", "ProcessTest.java", "repl/TranscriptTest.java", "store/ContractTest.java");

    private final Path root;

    public Additions(Path root) {
        this.root = root;
    }

    @Override
    public List<Page> statements(Page page) {
        return Steps.number(page) > 1 && Steps.isFirstPage(root, page) ? List.of(page) : List.of();
    }

    @Override
    public List<Problem> problems(Page page, Page chapter) throws IOException {
        Step now = Steps.of(root, chapter);
        Step before = Steps.before(root, now);
        var problems = new ArrayList<Problem>();
        for (String part : List.of("main", "test")) {
            if (Generated.on(chapter).stream().noneMatch(block -> isChanges(block, part))) {
                problems.add(problem("the chapter does not say what changed", "generated: changes " + part, "none"));
            }
        }
        int added = Growth.between(before, now).added();
        if (now.number() >= FIRST_WITH_LIMIT && added > MAX_ADDED_LINES) {
            String limit = "at most %s lines".formatted(MAX_ADDED_LINES);
            problems.add(problem("the step adds more than one can read", limit, Integer.toString(added)));
        }
        problems.addAll(copies(before, now));
        return problems;
    }

    private static boolean isChanges(Generated block, String part) {
        return block.name().equals("changes") && block.arguments().equals(part);
    }

    /// Returns the superfluous test files: tests of unchanged code, and files that no test needs.
    private static List<Problem> copies(Step before, Step now) throws IOException {
        Map<String, String> main = Changes.between(before, now, "main");
        Map<String, String> sources = Steps.sources(now, "test");
        var problems = new ArrayList<Problem>();
        Changes.between(before, now, "test").forEach((file, change) -> {
            boolean tests = Steps.isTest(file) && !KEPT.contains(file);
            boolean testsWhatIsTheSame = !change.equals("new")
                    && main.getOrDefault(file.replaceFirst("(Test|IT)\\.java$", ".java"), "")
                            .equals("same");
            if (sources.containsKey(file) && tests && (change.equals("same") || testsWhatIsTheSame)) {
                problems.add(problem("a test of unchanged code is there twice", "only in " + Steps.name(before), file));
            } else if (change.equals("same") && !Steps.isTest(file) && !isNeeded(file, sources)) {
                problems.add(problem("no test here needs this unchanged file", "only in " + Steps.name(before), file));
            }
        });
        return problems;
    }

    /// Returns whether another file mentions it; for offenders and resources, whether another file mentions
    /// their folder. Libraries look for settings files by themselves.
    private static boolean isNeeded(String file, Map<String, String> sources) {
        boolean byName = file.endsWith(".java") && !file.startsWith("offenders/");
        String name = byName ? Steps.simpleName(file) : file.replaceFirst("/.*", "");
        return file.endsWith(".properties")
                || sources.entrySet().stream()
                        .anyMatch(other ->
                                !other.getKey().equals(file) && other.getValue().contains(name));
    }

    private static Problem problem(String what, String expected, String actual) {
        return new Problem(1, what, expected, actual);
    }
}
