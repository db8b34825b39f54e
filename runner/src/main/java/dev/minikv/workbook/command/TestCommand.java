package dev.minikv.workbook.command;

import dev.minikv.workbook.maven.StepTests;
import dev.minikv.workbook.maven.TestResult;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.words.Near;
import java.io.IOException;
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
        exitCodeList = {"0:all passed", "1:a test failed, or none was run", "2:usage error"})
final class TestCommand extends Subcommand {

    private static final int MAX_LINES = 40; // of one failure

    @Parameters(index = "0", paramLabel = "<step>", description = "The number of the step.")
    private String number;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<class>[#<method>]",
            defaultValue = "",
            description = "One class of tests, such as ModelTest, or one method of it; by default all.")
    private String which;

    @Option(
            names = "-D",
            paramLabel = "<key>=<value>",
            mapFallbackValue = "true",
            description = "A property that the tests read, such as -Dseed=3; see the chapters.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var tests = new StepTests(root(), step(number));
        String className = which.replaceFirst("#.*", "");
        String method = which.substring(className.length()).replaceFirst("#", "");
        List<FileName> classes = classes(tests, className);
        refuseUnknown(tests, method);
        if (screen().isTerminal()) {
            screen().err().println(screen().dim("running the tests of step " + number + " ..."));
        }
        StepTests.Outcome outcome = tests.run(classes, method, properties);
        outcome.results().stream()
                .filter(result -> result.state() == TestResult.State.FAILED)
                .forEach(this::print);
        if (!outcome.isGreen() && outcome.count(TestResult.State.FAILED) == 0) {
            outcome.complaints().forEach(this::print);
        }
        screen().printReport(List.of(summary(outcome)));
        return outcome.isGreen() ? 0 : WorkbookCommand.FAILED;
    }

    private List<FileName> classes(StepTests tests, String typed) throws IOException {
        List<FileName> all = tests.classes();
        String path = typed.replaceFirst("\\.java$", "").replaceFirst("^dev\\.minikv\\.step\\d+\\.", "");
        List<FileName> meant = all.stream()
                .filter(each -> typed.isEmpty() || each.isMeantBy(path.replace('.', '/')))
                .toList();
        if (meant.isEmpty()) {
            List<String> known =
                    all.stream().map(each -> each.simple().replace(".java", "")).toList();
            String near = Near.question(typed.endsWith("Test") ? typed : typed + "Test", known);
            throw misuse("There is no test class '" + typed + "' in step " + number + "." + near);
        }
        return meant;
    }

    /// A misspelled name would be ignored in silence. Names with a dot are for Maven or the JVM.
    private void refuseUnknown(StepTests tests, String method) throws IOException {
        if (!method.isEmpty() && !method.contains("*") && !tests.methods().contains(method)) {
            throw misuse("There is no test method '" + method + "' in step " + number + "."
                    + Near.question(method, tests.methods()));
        }
        for (String key : properties.keySet()) {
            if (!key.contains(".") && !tests.properties().contains(key)) {
                throw misuse("No test of step " + number + " reads the property '" + key + "'."
                        + Near.question(key, tests.properties()));
            }
        }
    }

    private void print(TestResult result) {
        print(screen().red("✗ " + result.name()));
        List<String> failure = result.failure();
        failure.stream().limit(MAX_LINES).forEach(line -> print(("    " + line).stripTrailing()));
        if (failure.size() > MAX_LINES) {
            print("    and " + (failure.size() - MAX_LINES) + " more lines");
        }
        result.place().ifPresent(place -> print("    at " + place));
        print("");
    }

    private static String summary(StepTests.Outcome outcome) {
        int all = outcome.results().size();
        long failed = outcome.count(TestResult.State.FAILED);
        long skipped = outcome.count(TestResult.State.SKIPPED);
        if (all == 0) {
            return "✗ no test was run";
        }
        String tests = (all == 1 ? "1 test, " : all + " tests, ") + (skipped == 0 ? "" : skipped + " skipped, ");
        String passed = all == 1 ? "passed" : skipped == 0 ? "all passed" : "the others passed";
        String time = String.format(Locale.ROOT, " in %.1f s", outcome.seconds());
        return (outcome.isGreen() ? "✓ " + tests + passed : "✗ " + tests + failed + " failed") + time;
    }
}
