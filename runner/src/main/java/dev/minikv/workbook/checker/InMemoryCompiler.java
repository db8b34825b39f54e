package dev.minikv.workbook.checker;

import dev.minikv.workbook.checker.Outcome.CompileError;
import dev.minikv.workbook.words.TextFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The JDK's compiler, writing classes to memory instead of to disk.
///
/// It caches what it has read of the class path, which makes every run after the first fast (about a fifth
/// of a second here). Not safe for use by several threads at once.
final class InMemoryCompiler {

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files;

    InMemoryCompiler(List<Path> classPath) {
        files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new IllegalArgumentException("class path that cannot be read: " + classPath, e);
        }
    }

    /// Either classes or errors: one of the two is empty.
    record Compiled(Map<String, byte[]> classes, List<CompileError> errors) {}

    Compiled compile(List<Path> sources) throws IOException {
        var units = new ArrayList<JavaFileObject>();
        for (Path source : sources) {
            units.add(sourceFile(source.toUri(), TextFile.read(source)));
        }
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var memory = new MemoryFiles(files);
        List<String> options = List.of("-proc:none", "-g", "-Xlint:none", "-XDshould-stop.ifError=FLOW");
        javac.getTask(null, memory, diagnostics, options, null, units).call();
        List<CompileError> errors = errors(diagnostics);
        return new Compiled(errors.isEmpty() ? memory.classes() : Map.of(), errors);
    }

    private static List<CompileError> errors(DiagnosticCollector<JavaFileObject> diagnostics) throws IOException {
        var errors = new ArrayList<CompileError>();
        for (Diagnostic<? extends JavaFileObject> found : diagnostics.getDiagnostics()) {
            if (found.getKind() == Diagnostic.Kind.ERROR && found.getSource() != null) {
                String text = found.getSource().getCharContent(true).toString();
                errors.add(new CompileError(
                        Path.of(found.getSource().toUri()).getFileName().toString(),
                        found.getLineNumber(),
                        column(text, (int) found.getPosition()),
                        text.lines()
                                .skip(Math.max(0, found.getLineNumber() - 1))
                                .findFirst()
                                .orElse(""),
                        found.getMessage(Locale.ROOT)));
            }
        }
        return errors;
    }

    /// Returns the column of a position; a tab counts as one.
    private static long column(String text, int position) {
        return position - text.lastIndexOf('\n', position - 1);
    }

    /// Returns a source file with its current text: javac would cache the text and miss later changes.
    private static JavaFileObject sourceFile(URI uri, String text) {
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /// A file manager that reads from disk and keeps the classes that are written.
    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        MemoryFiles(JavaFileManager disk) {
            super(disk);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var bytes = new ByteArrayOutputStream();
            written.put(className, bytes);
            URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            var classes = new HashMap<String, byte[]>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
