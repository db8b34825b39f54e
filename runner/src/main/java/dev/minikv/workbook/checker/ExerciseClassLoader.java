package dev.minikv.workbook.checker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Loads the classes of one run, and is discarded with them, so that no static state outlives the run.
///
/// Classes that were just compiled take precedence over classes of the same name from elsewhere, such as
/// the output of an IDE. Their class files can be read too, as ArchUnit does.
final class ExerciseClassLoader extends URLClassLoader {

    private final Map<String, byte[]> classFiles = new HashMap<>();
    private final Map<String, URL> temporaryFiles = new ConcurrentHashMap<>();
    private final Set<Thread> hooks = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Error> stopped = new AtomicReference<>();
    private final Consumer<Error> onExit;
    private volatile boolean over = false;

    /// Creates a loader for one run.
    ///
    /// @param onExit receives the error that was thrown when the exercise tried to end the program
    ExerciseClassLoader(Map<String, byte[]> classes, URL[] classPath, ClassLoader parent, Consumer<Error> onExit) {
        super(classPath, parent);
        this.onExit = onExit;
        classes.forEach((name, bytes) -> classFiles.put(classFile(name), bytes));
    }

    private static String classFile(String className) {
        return className.replace('.', '/') + ".class";
    }

    /// Returns the shutdown hooks of the exercise.
    Set<Thread> hooks() {
        return hooks;
    }

    void noteExit(Error exited) {
        if (!over) {
            onExit.accept(exited);
        }
    }

    /// Ends the run: from now on, the code of these classes stops at its next loop or call.
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    void noteStopped(Error stop) {
        stopped.compareAndSet(null, stop);
    }

    /// Returns the first error that stopped the exercise's code when the run ended; its stack trace says
    /// where.
    Optional<Throwable> stopped() {
        return Optional.ofNullable(stopped.get());
    }

    private byte[] guarded(byte[] classFile) {
        var resolver =
                ClassHierarchyResolver.ofResourceParsing(this).orElse(ClassHierarchyResolver.ofClassLoading(this));
        var tool = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
        ClassModel parsed = tool.parse(classFile);
        CodeTransform guards =
                ExitGuard.transform().andThen(LoopGuard.in(parsed.thisClass().asSymbol()));
        return tool.transformClass(parsed, ClassTransform.transformingMethodBodies(guards));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            byte[] bytes = classFiles.get(classFile(name));
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] guarded = guarded(bytes);
                loaded = defineClass(name, guarded, 0, guarded.length);
            }
            return loaded;
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = classFiles.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    /// Returns the URL of a resource. ArchUnit understands only the URLs of files, so a class file that was
    /// just compiled is written to a temporary file.
    @Override
    public URL getResource(String name) {
        return classFiles.containsKey(name)
                ? temporaryFiles.computeIfAbsent(name, this::temporaryFile)
                : super.getResource(name);
    }

    private URL temporaryFile(String name) {
        try {
            return Files.write(Files.createTempFile("workbook-", ".class"), classFiles.get(name))
                    .toUri()
                    .toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns all URLs of a resource: only the exercise's own, if it has one. Otherwise JUnit would find
    /// two files junit-platform.properties, because Maven and IDEs make copies.
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (classFiles.containsKey(name)) {
            return Collections.enumeration(List.of(getResource(name)));
        }
        Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() ? own : super.getResources(name);
    }

    /// Ends the run, removes the temporary files, and closes what was opened on the class path.
    @Override
    public void close() throws IOException {
        end();
        try {
            for (URL file : temporaryFiles.values()) {
                Files.deleteIfExists(Path.of(URI.create(file.toString())));
            }
        } finally {
            super.close();
        }
    }
}
