package dev.minikv.workbook.command;

import dev.minikv.workbook.maven.StepTests;
import dev.minikv.workbook.maven.TestClass;
import dev.minikv.workbook.maven.TestResult;
import dev.minikv.workbook.maven.TestRun;
import dev.minikv.workbook.step.Step;
import dev.minikv.workbook.words.Near;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the tests of a step, or some of them.
@Command(
        name = "test",
        separator = "", // -Dseed=3, and not -D=seed=3
        description = "Run the tests of a step, or those of one class: ./workbook test 2 ModelTest -Dseed=3.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all passed", "1:a test failed, or none was run", "2:wrong use"})
final class TestCommand extends Subcommand {

    private static final int MAX_LINES = 40; // of one failure

    @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step.")
    private String number;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<class>[#<method>]",
            description = "One class of tests, such as ModelTest, or one method of it; otherwise all.")
    private String which;

    @Option(
            names = "-D",
            paramLabel = "<key>=<value>",
            mapFallbackValue = "true",
            description = "What the tests may ask for, such as -Dseed=3; the chapters say which.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Step step = workbook.step(spec, number);
        StepTests tests = chosen(step);
        refuseUnknownProperties(step);
        Screen screen = workbook.screen();
        if (screen.isTerminal()) {
            screen.err().println(screen.dim("running the tests of step " + number + " ..."));
        }
        TestRun run = tests.run();
        run.results().stream()
                .filter(result -> result.state() == TestResult.State.FAILED)
                .forEach(this::print);
        if (!run.isGreen() && run.count(TestResult.State.FAILED) == 0) {
            run.complaints().forEach(screen::print);
        }
        screen.printReport(List.of(summary(run)));
        return run.isGreen() ? 0 : WorkbookCommand.FAILED;
    }

    private StepTests chosen(Step step) throws IOException {
        List<TestClass> all = TestClass.of(step);
        int hash = which == null ? -1 : which.indexOf('#');
        String className = hash < 0 ? which : which.substring(0, hash);
        String method = hash < 0 ? "" : which.substring(hash + 1);
        List<TestClass> classes = className == null
                ? all
                : all.stream().filter(each -> isMeant(each, className)).toList();
        if (classes.isEmpty()) {
            throw unknown(
                    "test class",
                    className,
                    all.stream().map(TestClass::simpleName).toList());
        }
        Collection<String> methods = TestClass.methodsOf(step);
        if (!method.isEmpty() && !method.contains("*") && !methods.contains(method)) {
            throw unknown("test method", method, methods);
        }
        return new StepTests(workbook.catalog().root(), step, classes, method, properties);
    }

    private static boolean isMeant(TestClass each, String typed) {
        String name = typed.replace('/', '.').replaceFirst("\\.java$", "");
        return each.name().equals(name) || each.name().endsWith("." + name);
    }

    /// What is misspelled would change nothing, and seem to have. Names with a dot are for Maven or the JVM.
    private void refuseUnknownProperties(Step step) throws IOException {
        Collection<String> known = TestClass.propertiesOf(step);
        for (String key : properties.keySet()) {
            if (!key.contains(".") && !known.contains(key)) {
                throw WorkbookCommand.misuse(
                        spec, "No test of step " + number + " asks for '" + key + "'." + Near.question(key, known));
            }
        }
    }

    private RuntimeException unknown(String what, String typed, Collection<String> known) {
        return WorkbookCommand.misuse(
                spec, "There is no " + what + " '" + typed + "' in step " + number + "." + Near.question(typed, known));
    }

    private void print(TestResult result) {
        Screen screen = workbook.screen();
        String name = result.test().isEmpty() ? result.testClass() : result.testClass() + ": " + result.test();
        screen.print(screen.red("✗ " + name));
        result.failure().stream().limit(MAX_LINES).forEach(line -> screen.print(("    " + line).stripTrailing()));
        if (result.failure().size() > MAX_LINES) {
            screen.print("    and " + (result.failure().size() - MAX_LINES) + " lines more");
        }
        result.place().ifPresent(place -> screen.print("    at " + place));
        screen.print("");
    }

    private static String summary(TestRun run) {
        int all = run.results().size();
        long failed = run.count(TestResult.State.FAILED);
        long skipped = run.count(TestResult.State.SKIPPED);
        if (all == 0) {
            return "✗ no test was run";
        }
        String counted = all == 1 ? "1 test, " : all + " tests, ";
        String time = String.format(Locale.ROOT, " in %.1f s", run.seconds());
        String left = skipped == 0 ? "" : skipped + " skipped, ";
        return run.isGreen()
                ? "✓ " + counted + left + (all == 1 ? "passed" : skipped == 0 ? "all passed" : "the others passed")
                        + time
                : "✗ " + counted + left + failed + " failed" + time;
    }
}
