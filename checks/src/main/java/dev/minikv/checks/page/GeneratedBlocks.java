package dev.minikv.checks.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks that the build would write the blocks on a page as they stand there, and writes them.
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

    @Override
    public Findings check(Page page) throws Exception {
        Findings findings = Check.super.check(page);
        Stream<String> ofForm = Generated.problems(page).stream().map(problem -> problem.on(page));
        return new Findings(
                findings.checked(),
                Stream.concat(ofForm, findings.problems().stream()).toList());
    }

    @Override
    public List<Problem> problems(Page page, Generated block) {
        List<String> written;
        try {
            written = lines(page, block);
        } catch (IOException e) {
            return List.of(
                    new Problem(block.line(), "a generated block cannot be written", block.name(), e.getMessage()));
        }
        for (int i = 0; i < Math.max(written.size(), block.lines().size()); i++) {
            String expected = at(i, written);
            String actual = at(i, block.lines());
            if (!expected.equals(actual)) {
                return List.of(new Problem(block.line() + 1 + i, REMEDY, expected, actual));
            }
            if (expected.contains(Generator.NO_WORDS)) {
                return List.of(new Problem(block.line() + 1 + i, "a row waits for words", "yours", Generator.NO_WORDS));
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
            throw new IOException("there is no such generator, but these: " + generators.keySet());
        }
        return generator.lines(page, block);
    }

    /// Returns the text of a page with its blocks as they are to be.
    ///
    /// @throws IOException if one of them cannot be written
    public String write(Page page) throws IOException {
        var written = new ArrayList<List<String>>();
        for (Generated block : statements(page)) {
            written.add(lines(page, block));
        }
        return written.isEmpty() ? page.text() : Generated.replaced(page, written);
    }
}
