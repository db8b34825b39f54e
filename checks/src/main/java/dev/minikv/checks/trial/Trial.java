package dev.minikv.checks.trial;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/// A step compiled into a temporary folder, with or without a change, where its tests can be run. Closing
/// the trial deletes the folder.
///
/// It is compiled from the sources, so it does not depend on an earlier build, whose output may be stale or
/// missing. The tests run in this JVM, with their own class loaders: JUnit and the compiler are warm here,
/// and would take a second or more to start in a new JVM for each run. So a change must not end the JVM.
public final class Trial implements Closeable {

    /// The lock for a run, which redirects System.out: there is only one.
    private static final Object OUTPUT = new Object();

    private final Path folder;
    private final Path classes;
    private final Path testClasses;
    private final Duration limit;

    /// The folders are named as Maven names them: ArchUnit recognises tests by these names.
    private Trial(Path folder, Duration limit) throws IOException {
        this.folder = folder;
        this.classes = Files.createDirectories(folder.resolve("target/classes"));
        this.testClasses = Files.createDirectories(folder.resolve("target/test-classes"));
        this.limit = limit;
    }

    /// Compiles a step.
    ///
    /// @param limit how long one run of its tests may take
    /// @throws CompilationException if it does not compile
    public static Trial of(Path step, Duration limit) throws IOException, CompilationException {
        return of(step, limit, UnaryOperator.identity());
    }

    /// Compiles a step with a changed source.
    ///
    /// @param source the source that is changed
    /// @param limit how long one run of its tests may take
    /// @throws CompilationException if the step does not compile with this text
    public static Trial changed(Path step, Path source, String text, Duration limit)
            throws IOException, CompilationException {
        Path folder = Files.createTempDirectory("changed");
        Path changed = folder.resolve(source.getFileName());
        try {
            Files.writeString(changed, text);
            return of(step, limit, file -> file.equals(source) ? changed : file);
        } finally {
            delete(folder);
        }
    }

    private static Trial of(Path step, Duration limit, UnaryOperator<Path> change)
            throws IOException, CompilationException {
        var trial = new Trial(Files.createTempDirectory("trial"), limit);
        try {
            var outputs = new HashMap<Path, Path>();
            files(step.resolve("src/main/java")).forEach(file -> outputs.put(change.apply(file), trial.classes));
            files(step.resolve("src/test/java")).forEach(file -> outputs.put(change.apply(file), trial.testClasses));
            Compiler.compile(outputs);
            copy(step.resolve("src/main/resources"), trial.classes);
            copy(step.resolve("src/test/resources"), trial.testClasses);
            return trial;
        } catch (IOException | CompilationException e) {
            trial.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    /// Runs all tests.
    ///
    /// @throws TimeoutException if they exceed the limit; they are then interrupted
    public List<TestResult> run() throws IOException, InterruptedException, TimeoutException {
        return run(_ -> selectClasspathRoots(Set.of(testClasses)));
    }

    /// Runs the tests of some classes and of those nested in them.
    ///
    /// @param testClasses their simple names
    /// @throws IllegalArgumentException if one does not exist
    /// @throws TimeoutException if they exceed the limit; they are then interrupted
    public List<TestResult> run(List<String> testClasses) throws IOException, InterruptedException, TimeoutException {
        var names = new ArrayList<String>();
        for (String testClass : testClasses) {
            names.add(qualified(testClass));
        }
        return run(
                loader -> names.stream().map(name -> selectClass(loader, name)).toList());
    }

    private List<TestResult> run(Function<ClassLoader, List<? extends DiscoverySelector>> tests)
            throws IOException, InterruptedException, TimeoutException {
        var urls = new URL[] {classes.toUri().toURL(), testClasses.toUri().toURL()};
        try (var loader = new TrialClassLoader(urls, getClass().getClassLoader())) {
            var work = new FutureTask<>(() -> results(tests.apply(loader)));
            var worker = Thread.ofPlatform().daemon().unstarted(work);
            // JUnit finds its configuration through this loader, and ArchUnit the classes to judge.
            worker.setContextClassLoader(loader);
            return await(worker, work);
        } catch (ExecutionException e) {
            throw new IllegalStateException("JUnit could not run the tests", e.getCause());
        }
    }

    /// Starts a thread and waits for the end of its work, or interrupts it when the time is up.
    ///
    /// Output is dropped: a planted bug may print, and the build's log is not the place for that.
    private <T> T await(Thread worker, FutureTask<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        synchronized (OUTPUT) {
            PrintStream out = System.out;
            PrintStream err = System.err;
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            try {
                worker.start();
                return work.get(limit.toMillis(), MILLISECONDS);
            } finally {
                work.cancel(true);
                System.setOut(out);
                System.setErr(err);
            }
        }
    }

    /// Runs tests with JUnit's kit for testing engines, so that listeners of this program's own tests do
    /// not see them.
    private static List<TestResult> results(List<? extends DiscoverySelector> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .enableImplicitConfigurationParameters(true)
                .selectors(tests.toArray(DiscoverySelector[]::new))
                .execute()
                .allEvents()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(TestResult::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Returns the full name of the class with this simple name.
    private String qualified(String simpleName) throws IOException {
        return files(testClasses).stream()
                .filter(file -> file.endsWith(simpleName + ".class"))
                .map(file -> testClasses.relativize(file).toString())
                .map(file -> file.replaceAll("[/\\\\]", ".").replaceFirst("\\.class$", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class " + simpleName));
    }

    /// Returns the files in a folder and below it; none if the folder does not exist.
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
