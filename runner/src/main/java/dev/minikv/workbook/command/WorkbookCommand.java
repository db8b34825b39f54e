package dev.minikv.workbook.command;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Checker;
import dev.minikv.workbook.checker.Outcome;
import dev.minikv.workbook.checker.Report;
import dev.minikv.workbook.words.Failures;
import dev.minikv.workbook.words.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// `./workbook` itself: without a command it shows the learner's progress and what comes next.
///
/// It has what the commands share: the catalog, the progress, the screen and the checkers.
@Command(
        name = "./workbook",
        description = "Runs the steps of the workbook and its exercises.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            LauncherCommands.Repl.class,
            LauncherCommands.Serve.class,
            ListCommand.class,
            NextCommand.class,
            WatchCommand.class,
            CheckCommand.class,
            HintCommand.class,
            SolutionCommand.class,
            WhyCommand.class,
            ResetCommand.class,
            DiffCommand.class,
            TestCommand.class,
            BenchCommand.class,
            CompareCommand.class,
            DoctorCommand.class,
            LauncherCommands.Jdk.class,
            NewCommand.class,
            LintCommand.class,
            PortCommand.class
        })
public final class WorkbookCommand implements Callable<Integer> {

    /// The exit code for an exercise that is not solved.
    static final int NOT_SOLVED = 1;

    /// The exit code for a command that could not do what it was asked for.
    static final int FAILED = 1;

    static final String NOTHING_LEFT = "Nothing is left to solve. ./workbook list shows all exercises.";

    /// White space and comments: changing only these does not make another solution.
    private static final Pattern NO_CODE = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\\s+");

    private final Screen screen;
    private final Catalog catalog;
    private final Progress progress;
    private final Map<Integer, Checker> checkers = new ConcurrentHashMap<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    private WorkbookCommand(Screen screen, Catalog catalog, Progress progress) {
        this.screen = screen;
        this.catalog = catalog;
        this.progress = progress;
    }

    /// Runs a command and returns the exit code. The workbook is the working directory or a folder above
    /// it.
    public static int run(Screen screen, String... args) {
        int exitCode = execute(screen, args);
        Optional<IOException> lost = screen.lostOutput();
        lost.ifPresent(
                failure -> screen.err().println("workbook: the output is incomplete: " + Failures.reason(failure)));
        return lost.isPresent() ? FAILED : exitCode;
    }

    private static int execute(Screen screen, String... args) {
        try {
            Catalog catalog = Catalog.read(Catalog.rootOf(home()));
            var command = new WorkbookCommand(screen, catalog, Progress.read(catalog.root()));
            return command.execute(args.length > 0 && args[0].equals("help") ? new String[] {"--help"} : args);
        } catch (IOException | WorkbookException e) {
            return fail(screen, e);
        }
    }

    /// Runs a command and returns the exit code.
    int execute(String... args) {
        int exitCode = new CommandLine(this)
                .setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(screen.isColoured() ? Ansi.ON : Ansi.OFF))
                .setExpandAtFiles(false) // an argument may start with @
                .setParameterExceptionHandler((misuse, _) -> refuse(screen, misuse))
                .setExecutionExceptionHandler((failure, _, _) -> fail(screen, failure))
                .execute(args);
        warn();
        return exitCode;
    }

    /// Returns what is wrong with arguments, or empty if they are valid. The command is not run.
    public static Optional<ParameterException> misunderstood(String... args) {
        try {
            new CommandLine(new WorkbookCommand(null, null, null))
                    .setExpandAtFiles(false)
                    .parseArgs(args);
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(e);
        }
    }

    /// The launcher may be started from anywhere, and passes on where it is.
    private static Path home() {
        return Path.of(System.getProperty("workbook.home", ""));
    }

    /// The full usage would hide the sentence that says what is wrong.
    private static int refuse(Screen screen, ParameterException misuse) {
        screen.err().println(Subcommand.sentence(misuse));
        CommandLine.UnmatchedArgumentException.printSuggestions(misuse, screen.err());
        CommandSpec command = misuse.getCommandLine().getCommandSpec();
        screen.err().println(command.qualifiedName() + " --help shows how to use it.");
        return command.exitCodeOnInvalidInput();
    }

    private static int fail(Screen screen, Exception failure) {
        screen.err().println("workbook: " + Failures.sentence(failure));
        return FAILED;
    }

    @Override
    public Integer call() {
        screen.print("Mini KV Store, a workbook: " + done() + " of "
                + catalog.exercises().size() + " exercises done.");
        screen.print("");
        current()
                .ifPresentOrElse(
                        next -> {
                            String name = screen.bold(next.id() + " " + next.title());
                            screen.print("Next is " + name + ", about " + next.minutes() + " minutes:");
                            screen.print("  ./workbook next      shows what to do");
                            screen.print("  ./workbook watch     checks it whenever you save");
                            screen.print("  ./workbook --help    shows all commands");
                        },
                        () -> screen.print(NOTHING_LEFT));
        return 0;
    }

    /// Returns the first exercise that is open, or empty when none is.
    Optional<Exercise> current() {
        return progress.current(catalog.exercises());
    }

    /// Returns how many exercises are solved.
    long done() {
        return catalog.exercises().stream()
                .filter(exercise -> progress.state(exercise) == Progress.State.DONE)
                .count();
    }

    Screen screen() {
        return screen;
    }

    Catalog catalog() {
        return catalog;
    }

    Progress progress() {
        return progress;
    }

    Checker checker(Exercise exercise) {
        return checkers.computeIfAbsent(exercise.step(), step -> new Checker(exercise.stepClasses()));
    }

    /// Runs the tests on the learner's files.
    Outcome check(Exercise exercise) throws IOException {
        return checker(exercise).run(exercise, exercise.workspace());
    }

    /// Records the outcome of a check, and returns the report on it.
    List<String> noted(Exercise exercise, Outcome verdict) throws IOException {
        var code = new StringBuilder();
        for (Path file : exercise.sourcesIn(exercise.workspace())) {
            code.append(NO_CODE.matcher(TextFile.read(file)).replaceAll(""));
        }
        boolean reopened = progress.note(
                exercise, verdict, HexFormat.of().toHexDigits(code.toString().hashCode()));
        var report = new ArrayList<>(
                Report.of(exercise, catalog.ofStep(exercise.step()).size(), verdict));
        if (reopened) {
            int end = report.contains("") ? report.indexOf("") : report.size(); // before what the tests published
            report.add(end, "  again       " + exercise.id() + " was done, and is open again");
        }
        return report;
    }

    /// Prints new warnings about the progress file.
    void warn() {
        progress.takeWarnings().forEach(warning -> screen.err().println("workbook: " + warning));
    }

    /// Returns a file as a learner would type it, which terminals make clickable: relative to the workbook
    /// if it is inside, and absolute otherwise.
    String shortened(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = catalog.root();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
    }
}
