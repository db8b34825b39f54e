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

/// Loads the classes of one run, and is thrown away with them, so that no static state outlives it.
///
/// Classes that were just compiled come before classes of the same name from anywhere else, such as
/// those that an IDE has left behind. Their class files can be read too, which ArchUnit does.
final class ExerciseClassLoader extends URLClassLoader {

    private final Map<String, byte[]> classFiles = new HashMap<>();
    private final Map<String, URL> temporaryFiles = new ConcurrentHashMap<>();
    private final Set<Thread> hooks = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Error> stopped = new AtomicReference<>();
    private final Consumer<Error> onExit;
    private volatile boolean over = false;

    /// Creates a loader for one run.
    ///
    /// @param onExit is given the error that the exercise got instead of ending the program
    ExerciseClassLoader(Map<String, byte[]> classes, URL[] classPath, ClassLoader parent, Consumer<Error> onExit) {
        super(classPath, parent);
        this.onExit = onExit;
        classes.forEach((name, bytes) -> classFiles.put(classFile(name), bytes));
    }

    private static String classFile(String className) {
        return className.replace('.', '/') + ".class";
    }

    /// Returns the threads that the exercise wants to run when its program ends.
    Set<Thread> hooks() {
        return hooks;
    }

    void noteExit(Error exited) {
        if (!over) {
            onExit.accept(exited);
        }
    }

    /// Ends the run: from here on, none of the classes gets further than its next loop or call.
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    void noteStopped(Error stop) {
        stopped.compareAndSet(null, stop);
    }

    /// Returns where the end of the run has stopped the exercise's code first.
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

    /// Returns where a resource can be read. ArchUnit knows the addresses of files only, so a class file
    /// that was just compiled is written to a temporary one.
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

    /// Returns all places where a resource can be read: only the exercise's own, where it has one. Its
    /// junit-platform.properties would be one of two otherwise, as Maven and IDEs make copies.
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
