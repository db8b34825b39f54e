package dev.minikv.checks.report;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedTable;
import dev.minikv.checks.generated.Generator;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import dev.minikv.checks.step.Steps;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes which planted mistakes the crashes of a step's test find: `mistakes file/SavingMistake`.
///
/// The argument is the enum of the mistakes, by its path below the step's package among the tests. What is
/// found is in `mistakes.csv`, in the same folder of the test resources: the test itself compares that file
/// with what it finds. The words for a mistake are the first sentence of its comment.
public final class Mistakes implements Generator {

    private final Path root;

    public Mistakes(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "mistakes";
    }

    @Override
    public boolean writes(Table table) {
        return table.startsWith("mistake", "kill");
    }

    @Override
    public List<String> lines(Page page, Generated block) throws IOException {
        Step step = Steps.of(root, page);
        Path source = Path.of(step.packageName().replace('.', '/')).resolve(block.arguments() + ".java");
        Path tests = step.folder().resolve("src/test");
        String mistakes = Files.readString(tests.resolve("java").resolve(source));
        List<String> found =
                Files.readAllLines(tests.resolve("resources").resolve(source).resolveSibling("mistakes.csv"));
        List<String> columns = List.of(found.getFirst().split(","));
        var rows = new LinkedHashMap<String, List<String>>();
        for (String line : found.subList(1, found.size())) {
            var cells = new ArrayList<>(List.of(line.split(",")));
            cells.set(0, words(cells.getFirst(), mistakes));
            rows.put(cells.getFirst(), cells);
        }
        return new GeneratedTable(Map.of()).with(columns, rows);
    }

    private static String words(String constant, String source) throws IOException {
        Matcher comment =
                Pattern.compile("((?: *///.*\\R)+) *" + constant + "\\b").matcher(source);
        if (!comment.find()) {
            throw new IOException("there is no comment on " + constant);
        }
        String text = comment.group(1).replaceAll("\\s*///\\s*", " ").strip();
        return text.replaceFirst("\\.(?: .*)?$", "");
    }
}
