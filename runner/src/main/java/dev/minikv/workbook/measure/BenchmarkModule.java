package dev.minikv.workbook.measure;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import dev.minikv.workbook.words.Near;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A step with benchmarks: a module of the root POM that has a package `benchmark`.
///
/// Its benchmarks.properties has short names for them. It may measure itself and the steps before it.
///
/// @param root the workbook's top folder
/// @param steps the steps that it may measure; the last one is its own
/// @param names its short names, and the regular expression that each stands for
public record BenchmarkModule(Path root, List<Step> steps, Properties names) {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern BENCHMARK =
            Pattern.compile("@Benchmark\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*public [\\w<>,.?\\[\\] ]+ (\\w+)\\(");

    /// Returns the modules of a workbook that have benchmarks, in the order of their steps.
    public static List<BenchmarkModule> all(Path root) throws IOException {
        var modules = new ArrayList<BenchmarkModule>();
        List<Step> steps = Step.in(root);
        for (int count = 1; count <= steps.size(); count++) {
            var module = new BenchmarkModule(root, steps.subList(0, count), new Properties());
            if (steps.get(count - 1).mainFiles().keySet().stream().anyMatch(FileName::isBenchmark)) {
                modules.add(module);
                Path names = module.folder().resolve("benchmarks.properties");
                if (Files.exists(names)) {
                    module.names.load(new StringReader(Files.readString(names)));
                }
            }
        }
        return modules;
    }

    /// Returns the only module that has the benchmarks of a name.
    ///
    /// @param name a short name, or a regular expression for names of benchmarks
    /// @throws WorkbookException if no module has it, or several have
    public static BenchmarkModule with(String name, List<BenchmarkModule> modules) throws IOException {
        var found = new ArrayList<BenchmarkModule>();
        for (BenchmarkModule module : modules) {
            if (module.has(name)) {
                found.add(module);
            }
        }
        if (found.isEmpty()) {
            var shortNames = new TreeSet<String>();
            modules.forEach(module -> shortNames.addAll(module.names.stringPropertyNames()));
            throw new WorkbookException("no benchmark matches '%s': use one of %s, or a part of a"
                            .formatted(name, String.join(", ", shortNames))
                    + " benchmark's name, such as getHit." + Near.question(name, shortNames));
        }
        if (found.size() > 1) {
            throw new WorkbookException("'%s' is in %s: add the step, as in 'step%s.*%s'"
                    .formatted(
                            name,
                            found.stream().map(BenchmarkModule::name).collect(Collectors.joining(" and ")),
                            Step.twoDigits(found.getLast().steps.getLast().number()),
                            found.getLast().regexOf(name)));
        }
        return found.getFirst();
    }

    private boolean has(String name) throws IOException {
        return names.containsKey(name) || !matching(name).isEmpty();
    }

    /// Returns the full names of the benchmarks that a name stands for.
    ///
    /// A regular expression must match a part of the class or the method: a match in the package, which all
    /// share, does not count.
    public List<String> matching(String name) throws IOException {
        var regex = Pattern.compile(regexOf(name));
        return benchmarks().stream()
                .filter(benchmark -> {
                    String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
                    int typeStart = type.lastIndexOf('.') + 1;
                    return regex.matcher(benchmark)
                            .results()
                            .anyMatch(match -> match.end() > typeStart || names.containsKey(name));
                })
                .toList();
    }

    /// Returns the regular expression for a short name; any other name stands for itself.
    public String regexOf(String name) {
        return names.getProperty(name, name);
    }

    /// Returns the regular expression for a short name of any module; any other name stands for itself.
    public static String regexOf(Path root, String name) throws IOException {
        return all(root).stream()
                .map(module -> module.names.getProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(name);
    }

    /// Returns its name, such as step-04-benchmarks.
    public String name() {
        return name(steps.getLast());
    }

    private static String name(Step step) {
        return step.folder().getFileName().toString();
    }

    Path folder() {
        return steps.getLast().folder();
    }

    /// Returns the full names of its benchmarks, read from its sources: nothing needs to be built.
    public Set<String> benchmarks() throws IOException {
        var benchmarks = new LinkedHashSet<String>();
        for (Map.Entry<FileName, Path> file : steps.getLast().mainFiles().entrySet()) {
            if (file.getKey().isBenchmark() && file.getKey().isSource()) {
                String source = Files.readString(file.getValue());
                String inPackage = PACKAGE.matcher(source)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
                String type = inPackage + "." + file.getKey().simple().replace(".java", ".");
                BENCHMARK.matcher(source).results().forEach(found -> benchmarks.add(type + found.group(1)));
            }
        }
        return benchmarks;
    }

    /// Returns the paths that its results depend on, relative to the root: POMs and main code. A solved
    /// exercise or another result does not affect them.
    List<String> measured() {
        return Stream.concat(
                        Stream.of("pom.xml"),
                        steps.stream()
                                .map(BenchmarkModule::name)
                                .flatMap(step -> Stream.of(step + "/pom.xml", step + "/src/main")))
                .toList();
    }
}
