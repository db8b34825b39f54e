package dev.minikv.workbook.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Loads the classes of one run, and is thrown away with them, so that no static state outlives it.
///
/// Classes that were just compiled come before classes of the same name from anywhere else, such as
/// those that an IDE has left behind.
final class ExerciseClassLoader extends URLClassLoader {

    private static final String CLASS_FILE = ".class";

    private final Map<String, byte[]> classes;
    private final Deque<Path> temporaryFiles = new ArrayDeque<>();

    ExerciseClassLoader(Map<String, byte[]> classes, URL[] classPath, ClassLoader parent) {
        super(classPath, parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            byte[] bytes = classes.get(name);
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

    /// Returns where a class file can be read: ArchUnit reads those of the classes that it judges. One
    /// of a class that was just compiled is written to a temporary file for it.
    @Override
    public URL getResource(String name) {
        byte[] bytes = name.endsWith(CLASS_FILE)
                ? classes.get(
                        name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.'))
                : null;
        try {
            return bytes == null
                    ? super.getResource(name)
                    : write(name, bytes).toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Path write(String name, byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("workbook-class-");
        Path file = Files.write(folder.resolve(name.substring(name.lastIndexOf('/') + 1)), bytes);
        temporaryFiles.push(folder);
        temporaryFiles.push(file); // deleted first
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : temporaryFiles) {
            Files.deleteIfExists(file);
        }
        super.close();
    }
}
