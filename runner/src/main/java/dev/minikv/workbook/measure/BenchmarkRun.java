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

/// A run of JMH in a separate process, whose result becomes a file.
///
/// The process is separate because JMH's forks inherit the options of the JVM that JMH runs in: the
/// runner's options are for a quick start, and would measure slow code.
///
/// @param jar the benchmarks
/// @param regex which of them
/// @param params the chosen values of parameters, such as entries=1000,100000; all values if none is chosen
/// @param profile how long to measure each
public record BenchmarkRun(Path jar, String regex, List<String> params, Profile profile) {

    /// Returns the plan of the run.
    ///
    /// @throws WorkbookException if the expression matches no benchmark, or a parameter or its value is not
    ///     valid
    public BenchmarkPlan plan() throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        var all = new BenchmarkRun(jar, regex, List.of(), profile); // with params, JMH would list only those
        Program.run(new ProcessBuilder(all.command("-lp")).redirectErrorStream(true), lines::add);
        BenchmarkPlan plan = BenchmarkPlan.of(lines);
        if (plan.rows() == 0) {
            throw new WorkbookException("no benchmark matches '" + regex + "'");
        }
        return plan.with(params);
    }

    /// Runs JMH, round after round, and writes the result, and a log with JMH's output beside it.
    ///
    /// @param progress receives the progress whenever JMH reports it
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

    /// Returns the log with JMH's output.
    public static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".log");
    }

    private JsonArray round(Path log, PrintWriter printed, Consumer<JmhProgress> progress)
            throws IOException, InterruptedException {
        Path result = Files.createTempFile("jmh", ".json");
        result.toFile().deleteOnExit(); // after Ctrl-C, there is no time for more
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
                        + " each other: start this one when the other has ended");
            }
            if (exitCode != 0 || Files.size(result) == 0) {
                String cause = output.failure().map(failure -> ": " + failure).orElse("");
                throw new WorkbookException("JMH failed%s%nits output is in %s".formatted(cause, log));
            }
            return JsonParser.parseString(Files.readString(result)).getAsJsonArray();
        } finally {
            Files.deleteIfExists(result);
        }
    }

    List<String> command(String... more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US")); // its numbers are parsed
        command.addAll(List.of("-jar", jar.toString(), regex));
        params.forEach(each -> command.addAll(List.of("-p", each)));
        command.addAll(profile.jmhOptions());
        command.addAll(List.of(more));
        return command;
    }
}
