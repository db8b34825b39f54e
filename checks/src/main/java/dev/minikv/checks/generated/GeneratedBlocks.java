package dev.minikv.checks.generated;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Findings;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Checks that the generated blocks on a page are up to date, and writes them.
public final class GeneratedBlocks implements Check<Generated> {

    private static final String REMEDY = "a generated block is out of date: run .ci/pages";

    private final Map<String, Generator> generators;

    public GeneratedBlocks(List<Generator> generators) {
        this.generators = generators.stream().collect(Collectors.toMap(Generator::name, Function.identity()));
    }

    @Override
    public List<Generated> statements(Page page) {
        return Generated.on(page);
    }

    /// Also checks the form of blocks, and that no table that the build writes is outside of them.
    @Override
    public Findings check(Page page) throws Exception {
        Findings findings = Check.super.check(page);
        var problems = new ArrayList<String>();
        Generated.problems(page).forEach(problem -> problems.add(problem.on(page)));
        page.tables().stream()
                .filter(table -> generators.values().stream().anyMatch(generator -> generator.writes(table)))
                .filter(table -> statements(page).stream().noneMatch(block -> block.encloses(table.line())))
                .map(table -> new Problem(
                        table.line(),
                        "a table that the build writes is not in a generated block",
                        "a generated block",
                        "none"))
                .forEach(problem -> problems.add(problem.on(page)));
        problems.addAll(findings.problems());
        return new Findings(findings.checked(), problems);
    }

    @Override
    public List<Problem> problems(Page page, Generated block) {
        List<String> written;
        try {
            written = lines(page, block);
        } catch (IOException e) {
            return List.of(unwritable(block, e));
        }
        for (int i = 0; i < Math.max(written.size(), block.lines().size()); i++) {
            String expected = at(i, written);
            String actual = at(i, block.lines());
            if (!expected.equals(actual)) {
                return List.of(new Problem(block.line() + 1 + i, REMEDY, expected, actual));
            }
            if (expected.contains(Generator.NO_WORDS)) {
                return List.of(new Problem(
                        block.line() + 1 + i, "a row has no words yet", "words of yours", Generator.NO_WORDS));
            }
        }
        return List.of();
    }

    private static String at(int index, List<String> lines) {
        return index < lines.size() ? lines.get(index) : "(the end of the block)";
    }

    private List<String> lines(Page page, Generated block) throws IOException {
        Generator generator = generators.get(block.name());
        if (generator == null) {
            throw new IOException("there is no such generator; the generators are " + generators.keySet());
        }
        return generator.lines(page, block);
    }

    /// A page's text with its blocks up to date.
    ///
    /// @param problems problems with the blocks that cannot be written; these are in the text as they were
    public record Written(String text, List<String> problems) {}

    /// Writes the blocks of a page.
    public Written write(Page page) {
        var written = new ArrayList<List<String>>();
        var problems = new ArrayList<String>();
        for (Generated block : statements(page)) {
            try {
                written.add(lines(page, block));
            } catch (IOException e) {
                written.add(block.lines());
                problems.add(unwritable(block, e).on(page));
            }
        }
        return new Written(written.isEmpty() ? page.text() : Generated.replaced(page, written), problems);
    }

    private static Problem unwritable(Generated block, IOException e) {
        return new Problem(block.line(), "a generated block cannot be written", block.name(), e.getMessage());
    }
}
