package dev.minikv.workbook.checker;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome.CompileError;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs exercises: compiles a solution together with the tests, and runs them with JUnit.
///
/// The first run takes seconds, while the compiler and JUnit warm up; later runs take a fraction of a
/// second. System.out is captured while tests run, so only one checker may run at a time.
public final class Checker {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path stepClasses;
    private final Duration limit;
    private final InMemoryCompiler compiler;
    private volatile ExerciseClassLoader running;

    /// Creates a checker for the exercises of one step. The program that uses the checker must have JUnit,
    /// AssertJ and everything else that the tests use on its own class path.
    ///
    /// @param stepClasses the classes of the step that the exercises belong to
    public Checker(Path stepClasses) {
        this(stepClasses, LIMIT);
    }

    /// Creates a checker with another time limit.
    ///
    /// @param limit how long all tests of an exercise together may take
    Checker(Path stepClasses, Duration limit) {
        this.stepClasses = stepClasses;
        this.limit = limit;
        JavaRepresentation.use();
        Thread.setDefaultUncaughtExceptionHandler(Checker::printUncaught);
        this.compiler = new InMemoryCompiler(classPath(stepClasses));
    }

    /// Runs the tests of an exercise on the files in a folder: the workspace, or a folder of the catalog.
    ///
    /// @throws IOException if a file cannot be read
    /// @throws WorkbookException if one of the exercise's files is missing, or none of its tests runs
    public Outcome run(Exercise exercise, Path solution) throws IOException {
        var sources = new LinkedHashSet<>(exercise.sourcesIn(solution)); // given files are in the workspace, too
        sources.addAll(exercise.givenFiles());
        sources.addAll(exercise.testFiles());
        for (Path source : sources) {
            if (!Files.exists(source)) {
                throw exercise.lacks(source);
            }
        }
        InMemoryCompiler.Compiled compiled = compiler.compile(List.copyOf(sources));
        if (!compiled.errors().isEmpty()) {
            return new Outcome.DoesNotCompile(sorted(compiled.errors(), exercise.filesIn(solution), exercise));
        }
        // With junit-platform.properties: the time limits are the same here and in an IDE.
        Path resources = exercise.module().resolve("src/test/resources");
        var classPath =
                new URL[] {stepClasses.toUri().toURL(), resources.toUri().toURL()};
        var printed = new Printed();
        var results = new ResultListener(printed);
        try (var loader = new ExerciseClassLoader(
                compiled.classes(), classPath, getClass().getClassLoader(), results::exited)) {
            running = loader;
            return runTests(exercise, loader, results, printed);
        } finally {
            running = null;
        }
    }

    /// Ends the current run, if there is one, because its outcome is no longer wanted. Interrupting its
    /// thread instead would close the files that the compiler is reading.
    public void cancel() {
        ExerciseClassLoader now = running;
        if (now != null) {
            now.end();
        }
    }

    /// Returns errors with those in the learner's files first: these are the ones to fix.
    private static List<CompileError> sorted(List<CompileError> errors, List<Path> files, Exercise exercise)
            throws IOException {
        var sorted = new ArrayList<CompileError>();
        for (Path file : files) {
            SourceFlaw.of(file, exercise.packageName()).ifPresent(sorted::add);
        }
        List<String> tests = exercise.testFiles().stream().map(Report::name).toList();
        errors.stream().filter(error -> !tests.contains(error.file())).forEach(sorted::add);
        errors.stream().filter(error -> tests.contains(error.file())).forEach(sorted::add);
        return sorted;
    }

    private Outcome runTests(Exercise exercise, ExerciseClassLoader loader, ResultListener results, Printed printed) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Thread whenEnded = ExitGuard.whenEnded(exercise.packageName(), err);
        Runtime.getRuntime().addShutdownHook(whenEnded);
        System.setOut(printed.stream()); // otherwise it would be mixed with the reports
        System.setErr(printed.stream());
        try {
            var worker = Thread.ofPlatform().daemon().unstarted(() -> execute(exercise, loader, results));
            worker.setContextClassLoader(loader); // JUnit finds its properties through it
            new Watchdog(exercise.packageName(), loader, results, limit).run(worker);
        } finally {
            System.setOut(out);
            System.setErr(err);
            forget(whenEnded);
        }
        return results.outcome(exercise);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is already ending, for example because of Ctrl-C.
        }
    }

    private static void execute(Exercise exercise, ClassLoader loader, ResultListener listener) {
        var testClass = exercise.packageName() + "." + exercise.testClass();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(loader, testClass))
                .configurationParameter(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, ReadingOrder.class.getName())
                .configurationParameter(ReadingOrder.TESTS, String.join(",", exercise.tests()))
                .build();
        // Without the listeners that JUnit finds on the class path: those report to an IDE or to Maven.
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        try {
            LauncherFactory.create(config).execute(request, listener);
        } catch (Throwable e) { // such as an OutOfMemoryError, on which JUnit gives up
            listener.gaveUp(e);
        }
    }

    /// Prints an uncaught exception, as Java does. The exception of a guard is not printed: the report has
    /// it.
    private static void printUncaught(Thread thread, Throwable thrown) {
        if (!(thrown instanceof ExitGuard.Exited || thrown instanceof LoopGuard.Stopped)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            thrown.printStackTrace();
        }
    }

    private static List<Path> classPath(Path stepClasses) {
        String own = System.getProperty("java.class.path");
        return Stream.concat(
                        Stream.of(stepClasses),
                        Stream.of(own.split(File.pathSeparator)).map(Path::of))
                .filter(Files::exists)
                .toList();
    }

    /// For JUnit: runs tests in the order in which they are to be read. Of several tests that do not end,
    /// the first one to be read is then the first to run.
    static final class ReadingOrder implements MethodOrderer {

        private static final String TESTS = "workbook.tests";

        @Override
        public void orderMethods(MethodOrdererContext context) {
            List<String> tests =
                    List.of(context.getConfigurationParameter(TESTS).orElse("").split(","));
            context.getMethodDescriptors().sort(Comparator.comparingInt(test -> {
                int place = tests.indexOf(test.getMethod().getName());
                return place < 0 ? Integer.MAX_VALUE : place;
            }));
        }
    }
}
