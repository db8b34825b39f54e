package dev.minikv.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.minikv.workbook.catalog.Catalog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// No main code of the workbook asks the machine's locale for digits or letters: where numbers are written
/// in other digits it would make folders that do not exist, and JSON that is none.
///
/// The sources are read, those of all modules, so that it does not matter which were built. What is
/// refused: a number formatted by `formatted`, which takes no locale, or by `format` and `printf`
/// without one; a change of case without one; and formats of numbers made without one.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocaleTest {

    private static final Pattern ASKS_THE_LOCALE =
            Pattern.compile("%(\\d+\\$)?[-#+ 0,(<]*\\d*(\\.\\d+)?(?![sbcnh%])[a-zA-Z]");

    @Test
    void main_code_is_the_same_in_every_locale() throws IOException {
        List<Path> sources = sources(Catalog.rootOf(Path.of("")));
        var files = new ArrayList<JavaFileObject>();
        for (Path source : sources) {
            files.add(new Source(source.toUri(), Files.readString(source)));
        }

        assertThat(sources).as("sources of all modules").hasSizeGreaterThan(150);
        assertThat(problemsIn(files)).isEmpty();
    }

    @Test
    void what_asks_the_locale_is_found_and_what_does_not_is_not() throws IOException {
        String source = """
                class Planted {
                    static final String WIDE = "%5d";
                    String[] asks = {
                        "%d".formatted(1),
                        ("a" + "%,.2f").formatted(1.0),
                        String.format("%02d", 1),
                        WIDE.formatted(1),
                        "%S".formatted("i"),
                        "I".toLowerCase(),
                        "i".toUpperCase(),
                        unknown().formatted(1),
                        new DecimalFormat("0.0").format(1),
                        NumberFormat.getInstance().format(1)
                    };
                    String[] asksNot = {
                        "%s %-5s %% %n %c".formatted("", "", 'c'),
                        String.format(Locale.ROOT, "%d", 1),
                        "I".toLowerCase(Locale.ROOT),
                        WIDE.strip(),
                        time.format(TIME),
                        new DecimalFormat("0.0", SYMBOLS).format(1)
                    };
                    void print() {
                        System.out.printf("%d", 1);
                        System.out.printf(Locale.ROOT, "%d", 1);
                    }
                }
                """;

        assertThat(problemsIn(List.of(new Source(URI.create("memory:///Planted.java"), source))))
                .extracting(problem -> Integer.parseInt(problem.split(":")[1]))
                .containsExactly(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 24);
    }

    private static List<Path> sources(Path root) throws IOException {
        var sources = new ArrayList<Path>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root)) {
            for (Path module : modules) {
                Path top = module.resolve("src/main/java");
                if (Files.isDirectory(top)) {
                    try (Stream<Path> files = Files.walk(top)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    private static List<String> problemsIn(List<? extends JavaFileObject> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        var problems = new ArrayList<String>();
        for (CompilationUnitTree unit : task.parse()) {
            new Scan(unit, Trees.instance(task), problems).scan(unit, null);
        }
        return problems;
    }

    /// A source, with its text.
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// Looks at the calls in one source. The values of constants are known if they are declared before.
    private static final class Scan extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Map<String, String> constants = new HashMap<>();
        private final List<String> problems;

        Scan(CompilationUnitTree unit, Trees trees, List<String> problems) {
            this.unit = unit;
            this.trees = trees;
            this.problems = problems;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getInitializer() != null) {
                String value = value(variable.getInitializer());
                constants.put(variable.getName().toString(), value);
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method) {
                List<? extends ExpressionTree> arguments = call.getArguments();
                boolean asks = switch (method.getIdentifier().toString()) {
                    case "formatted" -> asksTheLocale(method.getExpression());
                    case "format", "printf" -> arguments.size() > 1 && asksTheLocale(arguments.getFirst());
                    case "toLowerCase", "toUpperCase" ->
                        arguments.isEmpty() || method.getExpression().toString().equals("Locale");
                    case "getInstance", "getNumberInstance", "getIntegerInstance", "getPercentInstance" ->
                        arguments.isEmpty() && method.getExpression().toString().endsWith("NumberFormat");
                    default -> false;
                };
                if (asks) {
                    report(call);
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (made.getIdentifier().toString().endsWith("DecimalFormat")
                    && made.getArguments().size() < 2) {
                report(made);
            }
            return super.visitNewClass(made, nothing);
        }

        private boolean asksTheLocale(ExpressionTree format) {
            if (format.toString().startsWith("Locale.")) {
                return false;
            }
            String value = value(format);
            return value == null || ASKS_THE_LOCALE.matcher(value).find();
        }

        /// Returns the text that an expression stands for, or null if only running it would tell.
        private String value(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> value(inner.getExpression());
                case BinaryTree both -> value(both.getLeftOperand()) + value(both.getRightOperand());
                case IdentifierTree name -> constants.get(name.getName().toString());
                default -> null;
            };
        }

        private void report(ExpressionTree call) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, call));
            Path file = Path.of(unit.getSourceFile().toUri().getPath());
            problems.add(file.getFileName() + ":" + line + ": " + call);
        }
    }
}
