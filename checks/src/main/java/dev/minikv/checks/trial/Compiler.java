package dev.minikv.checks.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The compiler of the JDK that runs the tests.
final class Compiler {

    private Compiler() {}

    /// Compiles sources against a class path and the libraries that this program itself uses.
    ///
    /// @param output the folder for the class files
    static void compile(List<Path> sources, Path output, List<Path> classPath)
            throws IOException, CompilationException {
        var javac = ToolProvider.getSystemJavaCompiler();
        var errors = new DiagnosticCollector<JavaFileObject>();
        try (var files = javac.getStandardFileManager(errors, Locale.ROOT, UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, withLibraries(classPath));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            var units = files.getJavaFileObjectsFromPaths(sources);
            List<String> options = List.of("-proc:none", "-g", "-Xlint:none", "-implicit:none");
            if (!javac.getTask(null, files, errors, options, null, units).call()) {
                throw new CompilationException(firstError(errors));
            }
        }
    }

    private static List<Path> withLibraries(List<Path> classPath) {
        String libraries = System.getProperty("java.class.path");
        return Stream.concat(
                        classPath.stream(),
                        Stream.of(libraries.split(File.pathSeparator)).map(Path::of))
                .toList();
    }

    private static String firstError(DiagnosticCollector<JavaFileObject> errors) {
        return errors.getDiagnostics().stream()
                .filter(error -> error.getKind() == Diagnostic.Kind.ERROR)
                .map(error -> error.getMessage(Locale.ROOT).lines().collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("the compiler gives no reason");
    }
}
