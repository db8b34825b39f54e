package dev.minikv.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.minikv.workbook.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// No main code of the workbook uses the machine's locale for digits or letters: in a locale with other
/// digits it would write the wrong names of folders, and invalid JSON. The tests of exercises do not use
/// it, either: they would reject a correct solution.
///
/// The sources of all modules are read, so it does not matter which were built. The test refuses a number
/// formatted by `formatted`, which takes no locale, or by `format` and `printf` without a locale; a change
/// of case without a locale; and number formats without a locale.
class LocaleTest {

    private static final Pattern ASKS_THE_LOCALE =
            Pattern.compile("%(\\d+\\$)?[-#+ 0,(<]*\\d*(\\.\\d+)?(?![sbcnh%])[a-zA-Z]");

    @Test
    void main_code_and_exercises_are_the_same_in_every_locale() throws IOException {
        var sources = new ArrayList<Path>();
        try (Stream<Path> modules = Files.list(Catalog.rootOf(Path.of("")))) {
            for (Path module : modules.toList()) {
                for (String top : List.of("src/main/java", "exercises/src/test/java")) {
                    if (Files.isDirectory(module.resolve(top))) {
                        try (Stream<Path> files = Files.walk(module.resolve(top))) {
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .forEach(sources::add);
                        }
                    }
                }
            }
        }

        assertThat(sources).as("sources of all modules").hasSizeGreaterThan(150);
        assertThat(problemsIn(sources)).isEmpty();
    }

    @Test
    void code_that_uses_the_locale_is_found_and_other_code_is_not() throws IOException {
        Path planted = Path.of("src/test/resources/locale/Planted.java");
        List<String> lines = Files.readAllLines(planted);

        assertThat(problemsIn(List.of(planted)))
                .hasSize(11)
                .extracting(problem -> lines.get(Integer.parseInt(problem.split(":")[1]) - 1))
                .containsExactlyElementsOf(
                        lines.stream().filter(line -> line.endsWith("// asks")).toList());
    }

    private static List<String> problemsIn(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, UTF_8);
        var task = (JavacTask) compiler.getTask(
                null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
        var scan = new Scan(Trees.instance(task).getSourcePositions());
        for (CompilationUnitTree unit : task.parse()) {
            scan.scan(unit, unit);
        }
        return scan.problems;
    }

    /// Looks at the calls in sources. The value of a constant is known if it is declared earlier.
    private static final class Scan extends TreeScanner<Void, CompilationUnitTree> {

        private final SourcePositions positions;
        private final Map<String, String> constants = new HashMap<>();
        private final List<String> problems = new ArrayList<>();

        Scan(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree tree, CompilationUnitTree unit) {
            constants.clear();
            return super.visitCompilationUnit(tree, unit);
        }

        @Override
        public Void visitVariable(VariableTree variable, CompilationUnitTree unit) {
            if (variable.getInitializer() != null) {
                constants.put(variable.getName().toString(), value(variable.getInitializer()));
            }
            return super.visitVariable(variable, unit);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
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
                    report(call, unit);
                }
            }
            return super.visitMethodInvocation(call, unit);
        }

        @Override
        public Void visitNewClass(NewClassTree made, CompilationUnitTree unit) {
            if (made.getIdentifier().toString().endsWith("DecimalFormat")
                    && made.getArguments().size() < 2) {
                report(made, unit);
            }
            return super.visitNewClass(made, unit);
        }

        private boolean asksTheLocale(ExpressionTree format) {
            if (format.toString().startsWith("Locale.")) {
                return false;
            }
            String value = value(format);
            return value == null || ASKS_THE_LOCALE.matcher(value).find();
        }

        /// Returns the text that an expression stands for, or null if it is known only at run time.
        private String value(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> value(inner.getExpression());
                case BinaryTree both -> value(both.getLeftOperand()) + value(both.getRightOperand());
                case IdentifierTree name -> constants.get(name.getName().toString());
                default -> null;
            };
        }

        private void report(ExpressionTree call, CompilationUnitTree unit) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, call));
            Path file = Path.of(unit.getSourceFile().getName());
            problems.add(file.getFileName() + ":" + line + ": " + call);
        }
    }
}
