package dev.minikv.step06.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The classes of this step once more, with a mistake in one of them.
///
/// The file with the mistake is compiled in memory. All others are those of the build, and are loaded again, so that
/// they use it. So what runs is the code that is shipped, with one mistake in it.
final class Planted extends ClassLoader {

    private static final Path SOURCES = Path.of("src/main/java/dev/minikv/step06");
    private static final String PACKAGE = "dev.minikv.step06.";

    private final Map<String, byte[]> compiled = new HashMap<>();

    Planted(LogMistake mistake) throws IOException {
        super(Planted.class.getClassLoader());
        String source = Files.readString(SOURCES.resolve(mistake.file())).replace("\r\n", "\n");
        compile(mistake.file(), mistake.plantIn(source));
    }

    /// Returns the first finding in the lives of a folder, or the empty string.
    String finding(String column, long seed, int lives) {
        return call("finding", column, seed, lives);
    }

    /// Returns all that happens in the lives of a folder.
    String trace(String column, long seed, int lives) {
        return call("trace", column, seed, lives);
    }

    private String call(String method, String column, long seed, int lives) {
        try {
            var found = loadClass(Lives.class.getName()).getDeclaredMethod(method, String.class, long.class, int.class);
            found.setAccessible(true);
            return (String) found.invoke(null, column, seed, lives);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean isResolved) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, isResolved);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = compiled.containsKey(name) ? compiled.get(name) : ofTheBuild(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] ofTheBuild(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(String file, String text) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var source = new SimpleJavaFileObject(URI.create("memory:/" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoresErrors) {
                return text;
            }
        };
        var messages = new StringWriter();
        var files = new MemoryFiles(compiler.getStandardFileManager(null, null, UTF_8));
        var options = List.of("-proc:none", "-classpath", place(LoggedStore.class));
        if (!compiler.getTask(messages, files, null, options, null, List.of(source))
                .call()) {
            throw new AssertionError(messages);
        }
    }

    /// Returns the folder that a class was loaded from.
    static String place(Class<?> loaded) {
        try {
            var place = loaded.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(place.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private MemoryFiles(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:/" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            compiled.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
