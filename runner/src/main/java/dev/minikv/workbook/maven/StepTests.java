package dev.minikv.workbook.maven;

import dev.minikv.workbook.program.Maven;
import dev.minikv.workbook.program.Program;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs the tests of one step, and no others, by Maven: the steps that it needs are only compiled.
///
/// @param root the workbook's top folder
/// @param step the step whose tests are run
/// @param classes which of its classes
/// @param method which of their methods; empty for all
/// @param properties what the tests may ask for, such as seed
public record StepTests(Path root, Step step, List<TestClass> classes, String method, Map<String, String> properties) {

    private static final Pattern HELP =
            Pattern.compile("^\\[ERROR] *($|-> |To see|Re-run|For more|\\[Help|After|  mvn|See )");
    private static final Pattern AT = Pattern.compile(":\\[(\\d+),\\d+]");

    /// Runs the tests.
    ///
    /// @throws IOException if Maven's reports cannot be read
    public TestRun run() throws IOException, InterruptedException {
        var reports = new SurefireReports(step.folder().resolve("target/surefire-reports"), classes);
        reports.deleteOld();
        var errors = new LinkedHashSet<String>(); // Maven says some things twice
        int exitCode = Program.run(command(), line -> {
            if (line.startsWith("[ERROR]") && !HELP.matcher(line).find()) {
                errors.add(complaint(line));
            }
        });
        SurefireReports.Read read = reports.read();
        return new TestRun(exitCode, read.results(), read.seconds(), List.copyOf(errors));
    }

    private ProcessBuilder command() {
        String selection = classes.stream().map(each -> each.selection(method)).collect(Collectors.joining(","));
        var arguments = new ArrayList<>(List.of(
                "--quiet",
                "-Dspotless.check.skip=true",
                "--file",
                root.resolve("pom.xml").toString(),
                "--projects",
                step.folder().getFileName().toString(),
                "--also-make",
                "-Dtest=" + selection,
                "-DfailIfNoTests=false", // the other modules have none of these
                "-Dsurefire.failIfNoSpecifiedTests=false"));
        properties.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.add("test");
        return Maven.with(arguments).redirectErrorStream(true);
    }

    /// Returns what Maven says without its mark, and places as the rest of the workbook writes them.
    private String complaint(String line) {
        String text = line.substring("[ERROR]".length())
                .strip()
                .replace(root + root.getFileSystem().getSeparator(), "");
        return AT.matcher(text).replaceFirst(":$1:");
    }
}
