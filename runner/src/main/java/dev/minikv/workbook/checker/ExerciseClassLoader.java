package dev.minikv.workbook.checker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.concurrent.ConcurrentHashMap;

/// Loads the classes of one run, and is thrown away with them, so that no static state outlives it.
///
/// Classes that were just compiled come before classes of the same name from anywhere else, such as
/// those that an IDE has left behind. Their class files can be read too, which ArchUnit does.
final class ExerciseClassLoader extends URLClassLoader {

    private final Map<String, byte[]> classFiles = new HashMap<>();
    private final Map<String, URL> temporaryFiles = new ConcurrentHashMap<>();

    ExerciseClassLoader(Map<String, byte[]> classes, URL[] classPath, ClassLoader parent) {
        super(classPath, parent);
        classes.forEach((name, bytes) -> classFiles.put(classFile(name), bytes));
    }

    private static String classFile(String className) {
        return className.replace('.', '/') + ".class";
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
                byte[] guarded = LoopGuard.guard(bytes, this);
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

    /// Removes the temporary files, and closes what was opened on the class path.
    @Override
    public void close() throws IOException {
        try {
            for (URL file : temporaryFiles.values()) {
                Files.deleteIfExists(Path.of(URI.create(file.toString())));
            }
        } finally {
            super.close();
        }
    }
}
