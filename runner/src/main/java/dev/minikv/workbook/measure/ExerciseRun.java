package dev.minikv.workbook.measure;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// A quick run of an exercise's benchmarks, one fork of each: for a learner to look at, not for quoting.
///
/// Sources are compiled into a temporary folder, with JMH's own `Blackhole` instead of the exercise's,
/// which stores everything that it is given.
///
/// @param sources the benchmarks, and the files that they use
/// @param packageName their package: benchmarks of the step are not run
/// @param stepClasses the compiled classes of the step
public record ExerciseRun(List<Path> sources, String packageName, Path stepClasses) {

    private static final List<String> QUICK =
            List.of("-f", "1", "-wi", "2", "-w", "200ms", "-i", "3", "-r", "200ms", "-foe", "true");

    /// Returns whether there is anything to run.
    public boolean hasBenchmarks() throws IOException {
        for (Path source : sources) {
            if (Files.readString(source).contains("@Benchmark\n")) {
                return true;
            }
        }
        return false;
    }

    /// Runs the benchmarks and returns their scores, with units, by names and parameters.
    ///
    /// @throws WorkbookException if JMH rejects them, or fails
    public Map<String, String> scores() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("workbook-bench");
        try {
            Path classes = Files.createDirectory(folder.resolve("classes"));
            compile(copied(folder), classes);
            return run(classes, folder.resolve("result.json"));
        } finally {
            delete(folder);
        }
    }

    private List<Path> copied(Path folder) throws IOException {
        var copies = new ArrayList<Path>();
        for (Path source : sources) {
            String name = source.getFileName().toString();
            if (!name.equals("Blackhole.java")) {
                String text = Files.readString(source);
                Path copy = folder.resolve(name);
                Files.writeString(
                        copy, text.replaceFirst("(?m)^(package [^;]+;)", "$1 import org.openjdk.jmh.infra.Blackhole;"));
                copies.add(copy);
            }
        }
        return copies;
    }

    private void compile(List<Path> copies, Path classes) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-proc:full",
                    "-processor",
                    "org.openjdk.jmh.generators.BenchmarkProcessor",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    classPath(),
                    "-Xlint:none");
            if (!javac.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(copies))
                    .call()) {
                String first = diagnostics.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .findFirst()
                        .map(each -> each.getMessage(Locale.ROOT))
                        .orElse("javac failed");
                throw new WorkbookException("JMH rejects these benchmarks: " + first);
            }
        }
    }

    private Map<String, String> run(Path classes, Path result) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US", "-cp"));
        command.add(classes + File.pathSeparator + classPath());
        command.addAll(
                List.of("org.openjdk.jmh.Main", "^" + packageName + "[.]", "-rf", "json", "-rff", result.toString()));
        command.addAll(QUICK);
        var output = new JmhOutput(_ -> {});
        int exitCode = Program.run(new ProcessBuilder(command).redirectErrorStream(true), output::accept);
        if (output.isOtherJmhRunning()) {
            throw new WorkbookException("another benchmark is running on this machine, and two would disturb"
                    + " each other: start this one when the other has ended");
        }
        if (exitCode != 0 || !Files.exists(result)) {
            throw new WorkbookException("JMH failed"
                    + output.failure().map(failure -> ": " + failure).orElse(""));
        }
        var scores = new LinkedHashMap<String, String>();
        for (JsonElement row : JsonParser.parseString(Files.readString(result)).getAsJsonArray()) {
            Measurement measurement = Measurement.of(row.getAsJsonObject());
            scores.put(
                    name(measurement), String.format(Locale.ROOT, "%.2f %s", measurement.score(), measurement.unit()));
        }
        return scores;
    }

    private static String name(Measurement measurement) {
        var name = new StringBuilder(measurement.benchmark().replaceFirst(".*\\.", ""));
        measurement.params().forEach((param, value) -> name.append(" %s=%s".formatted(param, value)));
        return name.toString();
    }

    private String classPath() {
        return stepClasses + File.pathSeparator + System.getProperty("java.class.path");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
