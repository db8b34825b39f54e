package dev.minikv.workbook.checker;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// The source of a test class, for showing a learner the code of a failed test.
record TestSource(String text, CompilationUnitTree unit, SourcePositions positions) {

    static TestSource read(Path file) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        var files = javac.getStandardFileManager(null, null, null);
        var task = (JavacTask) javac.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
        CompilationUnitTree unit = task.parse().iterator().next();
        return new TestSource(
                unit.getSourceFile().getCharContent(true).toString(),
                unit,
                Trees.instance(task).getSourcePositions());
    }

    /// Returns the code of a test method up to the assertion at a line: its statements, and instead of the
    /// assertion the expression that it is about.
    String whatRan(String method, int line) {
        var steps = new ArrayList<String>();
        for (StatementTree statement : statements(method)) {
            if (lineOf(statement) > line) {
                break;
            }
            Optional<ExpressionTree> asserted = asserted(statement);
            if (asserted.isEmpty()) {
                steps.add(source(statement));
            } else if (endLineOf(statement) >= line) {
                steps.add(source(asserted.get()));
            }
        }
        return String.join(" ", steps);
    }

    /// Returns the code of a test method up to its first assertion, or an empty string if there is no such
    /// method.
    String whatRanFirst(String method) {
        return statements(method).stream()
                .filter(statement -> asserted(statement).isPresent())
                .findFirst()
                .map(statement -> whatRan(method, (int) lineOf(statement)))
                .orElse("");
    }

    private List<? extends StatementTree> statements(String method) {
        var found = new ArrayList<StatementTree>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                if (tree.getName().contentEquals(method)) {
                    found.addAll(tree.getBody().getStatements());
                }
                return null;
            }
        }.scan(unit, null);
        return found;
    }

    /// Returns x if a statement has the form `assertThat(x).isEqualTo(…)`.
    private static Optional<ExpressionTree> asserted(StatementTree statement) {
        if (!(statement instanceof ExpressionStatementTree expression)) {
            return Optional.empty();
        }
        ExpressionTree call = expression.getExpression();
        while (call instanceof MethodInvocationTree invocation) {
            ExpressionTree called = invocation.getMethodSelect();
            if (called.toString().equals("assertThat")) {
                return Optional.of(invocation.getArguments().getFirst());
            }
            call = called instanceof MemberSelectTree select ? select.getExpression() : called;
        }
        return Optional.empty();
    }

    private String source(Tree tree) {
        int start = (int) positions.getStartPosition(unit, tree);
        int end = (int) positions.getEndPosition(unit, tree);
        return text.substring(start, end)
                .replaceAll("(?<=\\()\\s*\n\\s*|\\s*\n\\s*(?=[.)])", "")
                .replaceAll("\\s*\n\\s*", " ");
    }

    private long lineOf(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private long endLineOf(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }
}
