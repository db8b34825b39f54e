package dev.minikv.checks.trial;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// A step compiled into a folder of its own, with or without a change, and its tests to be run
/// there.
///
/// It is compiled from the sources, so nothing that a build has left behind can be stale or
/// missing. The tests run in this JVM, with class loaders of their own: JUnit and the compiler are
/// warm here, and would take a second or more to start in a JVM for each run. So a change must not
/// end the JVM.
public final class Trial {

    /// Held during a run: System.out, which each run takes away, is there only once.
    private static final Object OUTPUT = new Object();

    private final Path classes;
    private final Path testClasses;
    private final Duration limit;

    /// The folders are named as Maven names them: ArchUnit tells tests by that.
    private Trial(Path folder, Duration limit) throws IOException {
        this.classes = Files.createDirectories(folder.resolve("target/classes"));
        this.testClasses = Files.createDirectories(folder.resolve("target/test-classes"));
        this.limit = limit;
    }

    /// Compiles a step into a folder.
    ///
    /// @param limit how long one run of its tests may take
    /// @throws CompilationException if it does not compile
    public static Trial of(Path step, Path folder, Duration limit) throws IOException, CompilationException {
        return of(step, folder, limit, UnaryOperator.identity());
    }

    /// Compiles a step in which one source has another text into a folder.
    ///
    /// @param source that source
    /// @param limit how long one run of its tests may take
    /// @throws CompilationException if the step does not compile with this text
    public static Trial changed(Path step, Path source, String text, Path folder, Duration limit)
            throws IOException, CompilationException {
        Path changed = Files.writeString(folder.resolve(source.getFileName()), text);
        return of(step, folder, limit, file -> file.equals(source) ? changed : file);
    }

    private static Trial of(Path step, Path folder, Duration limit, UnaryOperator<Path> change)
            throws IOException, CompilationException {
        var trial = new Trial(folder, limit);
        List<Path> main = files(step.resolve("src/main/java"));
        List<Path> tests = files(step.resolve("src/test/java"));
        Compiler.compile(main.stream().map(change).toList(), trial.classes, List.of());
        Compiler.compile(tests.stream().map(change).toList(), trial.testClasses, List.of(trial.classes));
        copy(step.resolve("src/main/resources"), trial.classes);
        copy(step.resolve("src/test/resources"), trial.testClasses);
        return trial;
    }

    /// Runs all tests there are.
    ///
    /// @throws TimeoutException if they take longer than they may; they are interrupted then
    public List<TestResult> run() throws IOException, InterruptedException, TimeoutException {
        return run(_ -> selectClasspathRoots(Set.of(testClasses)));
    }

    /// Runs the tests of a class and of those nested in it.
    ///
    /// @param testClass its simple name
    /// @throws IllegalArgumentException if there is no such class
    /// @throws TimeoutException if they take longer than they may; they are interrupted then
    public List<TestResult> run(String testClass) throws IOException, InterruptedException, TimeoutException {
        String name = qualified(testClass);
        return run(loader -> List.of(selectClass(loader, name)));
    }

    private List<TestResult> run(Function<ClassLoader, List<? extends DiscoverySelector>> tests)
            throws IOException, InterruptedException, TimeoutException {
        var results = new Results();
        var urls = new URL[] {classes.toUri().toURL(), testClasses.toUri().toURL()};
        try (var loader = new TrialClassLoader(urls, getClass().getClassLoader())) {
            var work = new FutureTask<>(() -> execute(tests.apply(loader), results), null);
            var worker = Thread.ofPlatform().daemon().unstarted(work);
            // Through this loader, JUnit finds its configuration, and ArchUnit the classes to
            // judge.
            worker.setContextClassLoader(loader);
            await(worker, work);
        } catch (ExecutionException e) {
            throw new IllegalStateException("JUnit could not run the tests", e.getCause());
        }
        return results.all();
    }

    /// Starts a thread and waits for the end of its work, or interrupts it when the time is up.
    ///
    /// What is printed meanwhile is dropped: a planted bug may print, and the log of the build is
    /// not the place for it.
    private void await(Thread worker, Future<?> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        synchronized (OUTPUT) {
            PrintStream out = System.out;
            PrintStream err = System.err;
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            try {
                worker.start();
                work.get(limit.toMillis(), MILLISECONDS);
            } finally {
                work.cancel(true);
                System.setOut(out);
                System.setErr(err);
            }
        }
    }

    private static void execute(List<? extends DiscoverySelector> tests, Results results) {
        var request = LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
        // Without the listeners that JUnit finds on the class path: those report to Maven or to an
        // IDE.
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(request, results);
    }

    /// Returns the name with its package of the class file that has this simple name.
    private String qualified(String simpleName) throws IOException {
        return files(testClasses).stream()
                .filter(file -> file.endsWith(simpleName + ".class"))
                .map(file -> testClasses.relativize(file).toString())
                .map(file -> file.replaceAll("[/\\\\]", ".").replaceFirst("\\.class$", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class " + simpleName));
    }

    /// Returns the files in a folder and below it: none, if there is no such folder.
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
