package dev.minikv.workbook.command;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import dev.minikv.workbook.measure.BenchmarkModule;
import dev.minikv.workbook.measure.BenchmarkPlan;
import dev.minikv.workbook.measure.BenchmarkRun;
import dev.minikv.workbook.measure.BenchmarksJar;
import dev.minikv.workbook.measure.ExerciseRun;
import dev.minikv.workbook.measure.FootprintRun;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import dev.minikv.workbook.program.WhenStopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs benchmarks and keeps the results.
@Command(
        name = "bench",
        description = "Run benchmarks and keep the results, for ./workbook compare.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:something failed", "2:usage error"})
final class BenchCommand extends Subcommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Parameters(
            arity = "0..1",
            paramLabel = "<name>",
            defaultValue = "steps",
            description = "A short name, such as engines, or a regular expression for names of benchmarks;"
                    + " by default ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--quick", description = "Measure each benchmark for seconds only: a first look, not for quoting.")
    private boolean quick;

    @Option(
            names = "-p",
            paramLabel = "<param>=<values>",
            description = "Only these values of a parameter, separated by commas; may be repeated.")
    private List<String> params = List.of();

    @Option(names = "--yes", description = "Do not ask before a run of more than ten minutes.")
    private boolean yes;

    @Option(
            names = "--output",
            paramLabel = "<file>",
            description = {"Where to save the result; by default below", ".workbook/bench."
            }) // otherwise picocli breaks the line at the dot
    private Path output;

    @Option(
            names = "--exercise",
            paramLabel = "<id>",
            description = "Run the benchmarks of a solved exercise, before and after your change.")
    private String exercise;

    @Spec
    private CommandSpec bench;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (exercise != null) {
            if (bench.commandLine().getParseResult().matchedArgs().size() > 1) {
                throw misuse("--exercise takes an id and nothing else: ./workbook bench --exercise 4.2");
            }
            return beforeAndAfter(exercise(exercise));
        }
        refuseMisuse();
        Screen screen = screen();
        Path root = root();
        Profile profile = quick ? Profile.QUICK : Profile.FULL;
        Path file = file(root);
        refuseUnwritable(file);
        BenchmarkModule module = BenchmarkModule.with(name, BenchmarkModule.all(root));
        Origin origin = Origin.ofNow(module, commandLine(quick, name, params), profile);
        var jar = new BenchmarksJar(module);
        jar.makeCurrent(screen.err()::println);
        if (name.equals(FootprintRun.NAME)) {
            new FootprintRun(jar.file()).write(file, origin, screen::print);
        } else {
            var run = new BenchmarkRun(jar.file(), regexOf(module.matching(name)), params, profile);
            BenchmarkPlan plan = run.plan();
            plan.skipped().forEach(screen.err()::println);
            screen.err().println(plan.text(profile));
            refuseLong(plan, profile);
            measure(run, origin, file);
        }
        screen.print("written: " + workbook.shortened(file));
        return 0;
    }

    private void measure(BenchmarkRun run, Origin origin, Path file) throws IOException, InterruptedException {
        Screen screen = screen();
        var bar = new ProgressBar(screen);
        String stopped = "stopped; the output of JMH is in " + workbook.shortened(BenchmarkRun.logOf(file));
        try (var _ = new WhenStopped(() -> {
            bar.clear();
            screen.err().println(stopped);
        })) {
            run.write(file, origin, bar::show);
        } finally {
            bar.clear();
        }
        if (quick) {
            screen.print("A quick run is only indicative: to quote a number, run it without --quick.");
        }
        screen.print(
                switch (name) {
                    case "steps" -> "next: ./workbook compare 1 4";
                    case "engines" -> "next: ./workbook compare, with two of the engines that were measured";
                    default -> "next: change something, measure again, then ./workbook compare";
                });
    }

    private Integer beforeAndAfter(Exercise exercise) throws IOException, InterruptedException {
        ExerciseRun before = runOf(exercise, exercise.starter());
        ExerciseRun after = runOf(exercise, exercise.workspace());
        if (!before.hasBenchmarks()) {
            throw misuse("Exercise " + exercise.id() + " has no benchmarks to run.");
        }
        Outcome outcome = workbook.check(exercise);
        if (!(outcome instanceof Outcome.Solved)) {
            throw new WorkbookException("exercise %s %s: see ./workbook check %1$s"
                    .formatted(
                            exercise.id(),
                            outcome instanceof Outcome.DoesNotCompile ? "does not compile" : "is not solved yet"));
        }
        screen().err().println("workbook: running JMH on the code before and after, for half a minute or more ...");
        Map<String, String> were = before.scores();
        Map<String, String> are = after.scores();
        screen().print("%-24s  %18s  %18s".formatted("benchmark", "before", "after"));
        were.forEach((name, score) -> screen().print("%-24s  %18s  %18s".formatted(name, score, are.get(name))));
        screen().print("One JVM each, and a second of measuring: only indicative, and not for quoting.");
        return 0;
    }

    private static ExerciseRun runOf(Exercise exercise, Path place) throws IOException {
        var sources = new LinkedHashSet<>(exercise.sourcesIn(place));
        sources.addAll(exercise.givenFiles());
        return new ExerciseRun(List.copyOf(sources), exercise.packageName(), exercise.stepClasses());
    }

    /// Returns a regular expression for exactly these benchmarks: JMH would also match a part of their
    /// packages.
    private static String regexOf(List<String> benchmarks) {
        return "^(" + String.join("|", benchmarks).replace(".", "[.]") + ")$";
    }

    /// A short name may match many benchmarks, and nobody should wait for hours by accident.
    private void refuseLong(BenchmarkPlan plan, Profile profile) throws IOException {
        if (plan.isLong(profile) && !yes && !screen().confirms("Start?")) {
            throw misuse("That takes more than ten minutes: name fewer benchmarks, choose values with -p, use --quick,"
                    + " or confirm with --yes.");
        }
    }

    private void refuseMisuse() {
        if (name.isBlank()) {
            throw misuse("Name a benchmark, such as engines; without a name, bench measures the steps.");
        }
        if (name.equals(FootprintRun.NAME) && !params.isEmpty()) {
            throw misuse("footprint has no parameters: it counts the bytes of every engine.");
        }
        try {
            Pattern.compile(name);
        } catch (PatternSyntaxException e) {
            throw misuse("'%s' is not a regular expression: %s.".formatted(name, e.getDescription()));
        }
        for (String param : params) {
            if (!param.matches("[^=]+=.+")) {
                throw misuse("-p takes a parameter and its values, such as entries=1000, not '%s'.".formatted(param));
            }
        }
    }

    /// Checks before hours of measuring that the result can be saved.
    private static void refuseUnwritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new WorkbookException("%s cannot be written: it is a folder".formatted(file));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.delete(Files.createTempFile(file.getParent(), "bench", ".part"));
        } catch (IOException e) {
            throw ResultFile.unwritable(file, e);
        }
    }

    /// Returns the command that repeats the measurement. It omits the output file, which does not affect
    /// the result.
    static String commandLine(boolean quick, String name, List<String> params) {
        String chosen = params.stream().map(param -> " -p " + quoted(param)).collect(Collectors.joining());
        return "./workbook bench " + (quick ? "--quick " : "") + quoted(name) + chosen;
    }

    /// Returns a word as typed into a shell: in quotes if it has characters with a meaning there.
    private static String quoted(String word) {
        return word.matches("[\\w.,=:/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private Path file(Path root) {
        if (output != null) {
            return output.toAbsolutePath();
        }
        String safeName = name.replaceAll("[^A-Za-z0-9]+", "-");
        String time = LocalDateTime.now().format(TIME);
        return ResultFile.folder(root).resolve("%s-%s.json".formatted(safeName, time));
    }
}
