package dev.minikv.checks.trial;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;

/// Loads the classes and resources of a trial, and is discarded with them.
///
/// They take precedence over others of the same name: a step on this program's class path must not replace
/// a copy with a bug in it, nor this program's JUnit configuration that of the step.
final class TrialClassLoader extends URLClassLoader {

    TrialClassLoader(URL[] urls, ClassLoader parent) {
        super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            boolean isOwn = findResource(name.replace('.', '/') + ".class") != null;
            return isOwn ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    /// Returns the trial's own resources of this name, or others if there are none.
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() ? own : super.getResources(name);
    }
}
