package dev.minikv.workbook.measure;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.program.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A run of JMH in a process of its own, whose result becomes a file.
///
/// Of its own, because JMH's forks inherit the options of the JVM that it runs in: the runner's are
/// for a quick start, and would measure slow code.
///
/// @param jar the benchmarks
/// @param regex which of them
/// @param params which of their parameters' values, such as entries=1000,100000; all where none is chosen
/// @param profile how long each
public record BenchmarkRun(Path jar, String regex, List<String> params, Profile profile) {

    /// Returns what there is to run.
    ///
    /// @throws WorkbookException if the expression matches no benchmark, a parameter is none of theirs, or one
    ///     takes no such value
    public BenchmarkPlan plan() throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        var all =
                new BenchmarkRun(jar, regex, List.of(), profile); // with params, JMH lists those, and not what there is
        Program.run(new ProcessBuilder(all.command("-lp")).redirectErrorStream(true), lines::add);
        BenchmarkPlan plan = BenchmarkPlan.of(lines);
        if (plan.rows() == 0) {
            throw new WorkbookException("no benchmark's name matches '" + regex + "'");
        }
        return plan.with(params);
    }

    /// Runs JMH, round after round, and writes the result; beside it, what JMH has printed.
    ///
    /// @param progress is given how far it has come, whenever JMH says so
    /// @throws WorkbookException if a benchmark fails
    public void write(Path file, Origin origin, Consumer<JmhProgress> progress)
            throws IOException, InterruptedException {
        Path log = logOf(file);
        var rounds = new ArrayList<JsonArray>();
        long start = System.nanoTime();
        try (var printed = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (int round = 0; round < profile.rounds(); round++) {
                int number = round;
                var sinceStart = Duration.ofNanos(System.nanoTime() - start);
                rounds.add(
                        round(log, printed, now -> progress.accept(now.inRound(number, profile.rounds(), sinceStart))));
            }
        }
        ResultFile.write(file, origin, "jmh", Rounds.together(rounds));
    }

    /// Returns where that is which JMH has printed.
    public static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".log");
    }

    private JsonArray round(Path log, PrintWriter printed, Consumer<JmhProgress> progress)
            throws IOException, InterruptedException {
        Path result = Files.createTempFile("jmh", ".json");
        result.toFile().deleteOnExit(); // Ctrl-C leaves no time for more
        try {
            List<String> command = command("-foe", "true", "-rf", "json", "-rff", result.toString());
            var output = new JmhOutput(progress);
            int exitCode = Program.run(new ProcessBuilder(command).redirectErrorStream(true), line -> {
                printed.println(line);
                output.accept(line);
            });
            if (output.isOtherJmhRunning()) {
                Files.delete(log);
                throw new WorkbookException("another benchmark is running on this machine, and two would disturb"
                        + " each other: start this one when that one has ended");
            }
            if (exitCode != 0 || Files.size(result) == 0) {
                String cause = output.failure().map(failure -> ": " + failure).orElse("");
                throw new WorkbookException("JMH failed%s%nwhat it printed is in %s".formatted(cause, log));
            }
            return JsonParser.parseString(Files.readString(result)).getAsJsonArray();
        } finally {
            Files.deleteIfExists(result);
        }
    }

    List<String> command(String... more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US")); // its numbers are read again
        command.addAll(List.of("-jar", jar.toString(), regex));
        params.forEach(each -> command.addAll(List.of("-p", each)));
        command.addAll(profile.jmhOptions());
        command.addAll(List.of(more));
        return command;
    }
}
