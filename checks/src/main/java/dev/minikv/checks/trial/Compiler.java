package dev.minikv.checks.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The compiler of the JDK that runs the tests, with the libraries of this program.
final class Compiler {

    private static final List<String> OPTIONS = List.of("-proc:none", "-g", "-Xlint:none", "-implicit:none");

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /// Shared because it keeps the libraries open: opening them takes most of the time.
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, Locale.ROOT, UTF_8);

    private Compiler() {}

    /// Compiles sources together.
    ///
    /// @param outputs the folder for the class files of each source
    static synchronized void compile(Map<Path, Path> outputs) throws IOException, CompilationException {
        FILES.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries());
        var errors = new DiagnosticCollector<JavaFileObject>();
        var units = FILES.getJavaFileObjectsFromPaths(outputs.keySet());
        if (!JAVAC.getTask(null, new Outputs(outputs), errors, OPTIONS, null, units)
                .call()) {
            throw new CompilationException(firstError(errors));
        }
    }

    private static List<Path> libraries() {
        String classPath = System.getProperty("java.class.path");
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static String firstError(DiagnosticCollector<JavaFileObject> errors) {
        return errors.getDiagnostics().stream()
                .filter(error -> error.getKind() == Diagnostic.Kind.ERROR)
                .map(error -> error.getMessage(Locale.ROOT).lines().collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("the compiler gives no reason");
    }

    /// Puts the classes of each source where they belong.
    private static final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<Path, Path> folders;

        Outputs(Map<Path, Path> folders) {
            super(FILES);
            this.folders = folders;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject source) throws IOException {
            Path file = folders.get(FILES.asPath(source)).resolve(className.replace('.', '/') + kind.extension);
            Files.createDirectories(file.getParent());
            return FILES.getJavaFileObjects(file).iterator().next();
        }
    }
}
