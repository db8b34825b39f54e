package dev.minikv.checks.session;

import dev.minikv.checks.page.Excerpt;
import dev.minikv.checks.page.Problem;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.measure.BenchmarkModule;
import dev.minikv.workbook.measure.FootprintRun;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks the arguments of `./workbook bench` and of a jar of benchmarks: the names of benchmarks and of
/// their parameters.
final class BenchmarkCommands {

    private static final String JAR = "target/benchmarks.jar";

    private static final Pattern PARAMETER = Pattern.compile("@Param\\([^)]*\\)\\s+\\w+ (\\w+);");

    /// The options without a value: every other option has one.
    private static final Set<String> ALONE = Set.of("-l", "-lp", "-lprof", "-lrf", "-h", "--quick", "--help");

    private final Path root;

    BenchmarkCommands(Path root) {
        this.root = root;
    }

    /// Returns the problems with these arguments of `java -jar`. There may be none.
    List<Problem> jar(Excerpt command, List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            return List.of();
        }
        Set<String> jars = new TreeSet<>();
        for (BenchmarkModule module : BenchmarkModule.all(root)) {
            jars.add(module.name() + "/" + JAR);
        }
        if (!jars.contains(arguments.getFirst())) {
            return List.of(command.problem("the build makes no such jar", "the jars are " + jars));
        }
        List<String> others = arguments.subList(1, arguments.size());
        return isProgram(arguments.getFirst(), others) ? List.of() : bench(command, others);
    }

    /// Returns whether the first argument is the name of a program beside the benchmarks, as `crowd` is for
    /// `CrowdProgram`.
    private boolean isProgram(String jar, List<String> arguments) throws IOException {
        for (Step step : Step.in(root)) {
            if (!arguments.isEmpty() && jar.startsWith(step.folder().getFileName() + "/")) {
                String program = "benchmark/" + arguments.getFirst() + "program.java";
                return Steps.sources(step, "main").keySet().stream().anyMatch(program::equalsIgnoreCase);
            }
        }
        return false;
    }

    /// Returns the problems with these arguments of `./workbook bench`, or of the jar.
    List<Problem> bench(Excerpt command, List<String> arguments) throws IOException {
        var problems = new ArrayList<Problem>();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("-")) {
                problems.addAll(name(command, word));
            } else if (!ALONE.contains(word) && words.hasNext()) {
                String value = words.next();
                problems.addAll(word.equals("-p") ? parameter(command, value) : List.of());
            }
        }
        return problems;
    }

    private List<Problem> name(Excerpt command, String name) throws IOException {
        if (Commands.isPlaceholder(name) || name.equals(FootprintRun.NAME)) {
            return List.of();
        }
        var regex = Pattern.compile(BenchmarkModule.regexOf(root, name));
        var benchmarks = new TreeSet<String>();
        for (BenchmarkModule module : BenchmarkModule.all(root)) {
            benchmarks.addAll(module.benchmarks());
        }
        return benchmarks.stream()
                        .anyMatch(benchmark -> regex.matcher(benchmark).find())
                ? List.of()
                : List.of(command.problem("there is no such benchmark", "none of " + benchmarks));
    }

    private List<Problem> parameter(Excerpt command, String value) throws IOException {
        var parameters = new TreeSet<String>();
        for (Step step : Step.in(root)) {
            for (String source : Steps.sources(step, "main").values()) {
                PARAMETER.matcher(source).results().forEach(found -> parameters.add(found.group(1)));
            }
        }
        String name = value.replaceFirst("=.*", "");
        return Commands.isPlaceholder(name) || parameters.contains(name)
                ? List.of()
                : List.of(command.problem("no benchmark has such a parameter", "the parameters are " + parameters));
    }
}
