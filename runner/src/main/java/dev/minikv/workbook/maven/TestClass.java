package dev.minikv.workbook.maven;

import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A class of tests, by Surefire's rule: its name says so.
///
/// @param name its full name, such as dev.minikv.step02.store.ModelTest
public record TestClass(String name) {

    private static final Pattern FILE = Pattern.compile("Test\\w*\\.java|\\w+(Test|Tests|TestCase)\\.java");
    private static final Pattern METHOD = Pattern.compile("\\bvoid\\s+(\\w+)\\s*\\(");
    private static final Pattern PROPERTY =
            Pattern.compile("\\b(?:getProperty|getInteger|getLong|getBoolean)\\(\\s*\"([\\w.]+)\"");

    /// Returns the test classes of a step.
    ///
    /// @throws IOException if its folders cannot be read
    public static List<TestClass> of(Step step) throws IOException {
        return step.testSources().keySet().stream()
                .filter(file -> FILE.matcher(file.simple()).matches())
                .map(file -> of(step, file))
                .toList();
    }

    private static TestClass of(Step step, FileName file) {
        String inPackage = file.text().replace(".java", "").replace('/', '.');
        return new TestClass(step.packageName() + "." + inPackage);
    }

    /// Returns what the test methods of a step may be called: those that a class inherits stand in others.
    ///
    /// @throws IOException if a source cannot be read
    public static Collection<String> methodsOf(Step step) throws IOException {
        return found(METHOD, step);
    }

    /// Returns the properties that the tests of a step ask for, such as seed.
    ///
    /// @throws IOException if a source cannot be read
    public static Collection<String> propertiesOf(Step step) throws IOException {
        return found(PROPERTY, step);
    }

    private static Collection<String> found(Pattern pattern, Step step) throws IOException {
        var sources = new ArrayList<String>();
        for (Path file : step.testSources().values()) {
            sources.add(Files.readString(file));
        }
        return sources.stream()
                .flatMap(source -> pattern.matcher(source).results())
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    /// Returns its name without its package.
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Returns what Surefire's -Dtest takes for one method of it, the nested classes included, or for all of
    /// them.
    ///
    /// @param method empty for all
    String selection(String method) {
        return Stream.of(name, name + "$*")
                .map(each -> method.isEmpty() ? each : each + "#" + method)
                .limit(method.isEmpty() ? 1 : 2) // a class on its own brings its nested ones along
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }
}
