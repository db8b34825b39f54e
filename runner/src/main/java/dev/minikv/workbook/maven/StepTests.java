package dev.minikv.workbook.maven;

import dev.minikv.workbook.program.Maven;
import dev.minikv.workbook.program.Program;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/// The tests of one step. The steps that it needs are only compiled.
///
/// @param root the workbook's top folder
/// @param step the step
public record StepTests(Path root, Step step) {

    private static final Pattern CLASS = Pattern.compile("Test\\w*\\.java|\\w+(Test|Tests|TestCase)\\.java");
    private static final Pattern METHOD = Pattern.compile("\\bvoid\\s+(\\w+)\\s*\\(");
    private static final Pattern PROPERTY =
            Pattern.compile("\\b(?:getProperty|getInteger|getLong|getBoolean)\\(\\s*\"([\\w.]+)\"");
    private static final Pattern HELP =
            Pattern.compile("^\\[ERROR] *($|-> |To see|Re-run|For more|\\[Help|After|  mvn|See )");
    private static final Pattern AT = Pattern.compile(":\\[(\\d+),\\d+]");

    /// The outcome of a run.
    ///
    /// @param exitCode Maven's
    /// @param results of each test that was run
    /// @param seconds how long the tests took, without Maven
    /// @param complaints Maven's error messages: the only information if the tests do not compile
    public record Outcome(int exitCode, List<TestResult> results, double seconds, List<String> complaints) {

        /// Returns how many tests ended in a state.
        public long count(TestResult.State state) {
            return results.stream().filter(result -> result.state() == state).count();
        }

        /// Returns whether tests were run, none failed, and Maven succeeded.
        public boolean isGreen() {
            return exitCode == 0 && count(TestResult.State.PASSED) > 0 && count(TestResult.State.FAILED) == 0;
        }
    }

    /// Returns the test classes, by Surefire's rule for their names.
    ///
    /// @throws IOException if the step's folders cannot be read
    public List<FileName> classes() throws IOException {
        return step.testSources().keySet().stream()
                .filter(file -> CLASS.matcher(file.simple()).matches())
                .toList();
    }

    /// Returns the names of the test methods of all classes together, because some methods are inherited.
    ///
    /// @throws IOException if a source cannot be read
    public Collection<String> methods() throws IOException {
        return found(METHOD);
    }

    /// Returns the properties that the tests read, such as seed.
    ///
    /// @throws IOException if a source cannot be read
    public Collection<String> properties() throws IOException {
        return found(PROPERTY);
    }

    private Collection<String> found(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        for (Path file : step.testSources().values()) {
            pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        }
        return found;
    }

    /// Runs tests.
    ///
    /// @param classes which of the classes
    /// @param method which of their methods; empty for all
    /// @param properties properties for the tests, with their values
    /// @throws IOException if Surefire's reports cannot be read
    public Outcome run(List<FileName> classes, String method, Map<String, String> properties)
            throws IOException, InterruptedException {
        for (Path report : reports()) {
            Files.delete(report); // a run that fails before the tests leaves none
        }
        String selection = classes.stream().map(each -> selection(each, method)).collect(Collectors.joining(","));
        var complaints = new LinkedHashSet<String>(); // Maven says some things twice
        int exitCode = Program.run(command(selection, properties), line -> {
            if (line.startsWith("[ERROR]") && !HELP.matcher(line).find()) {
                complaints.add(complaint(line));
            }
        });
        var results = new ArrayList<TestResult>();
        double seconds = 0;
        for (Path report : reports()) {
            Element suite = TestResult.suite(report);
            seconds += Double.parseDouble(suite.getAttribute("time").replace(",", ""));
            results.addAll(TestResult.of(suite));
        }
        return new Outcome(exitCode, results, seconds, List.copyOf(complaints));
    }

    private ProcessBuilder command(String selection, Map<String, String> properties) {
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

    /// Returns the value of Surefire's -Dtest for a class with its nested classes. These are included
    /// without being named, unless a method is named.
    private String selection(FileName file, String method) {
        String name =
                step.packageName() + "." + file.text().replace(".java", "").replace('/', '.');
        return method.isEmpty() ? name : name + "#" + method + "," + name + "$*#" + method;
    }

    private List<Path> reports() throws IOException {
        Path folder = step.folder().resolve("target/surefire-reports");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    /// Returns Maven's message without its prefix, and with places as the rest of the workbook writes them.
    private String complaint(String line) {
        String text = line.substring("[ERROR]".length())
                .strip()
                .replace(root + root.getFileSystem().getSeparator(), "");
        return AT.matcher(text).replaceFirst(":$1:");
    }
}
