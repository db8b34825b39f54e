package dev.minikv.workbook.engine;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;

/// Loads the classes of one run, and is thrown away with them, so that no static state outlives it.
///
/// Classes that were just compiled come before classes of the same name from anywhere else, such as
/// those that an IDE has left behind.
final class ExerciseClassLoader extends URLClassLoader {

    private final Map<String, byte[]> classes;

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
}
