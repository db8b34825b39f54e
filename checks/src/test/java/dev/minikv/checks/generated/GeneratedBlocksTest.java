package dev.minikv.checks.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.Findings;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedBlocksTest implements PlantedPages {

    private static final String PAGE = """
            # Title

            <!-- generated: count 2 to -->
            one
            two

            <!-- end of generated -->

            ```text
            <!-- generated: in a block of text, this does not count -->
            ```
            """;

    /// Counts up to the number in its arguments.
    private static final Generator COUNT = new Generator() {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public boolean writes(Table table) {
            return table.startsWith("number");
        }

        @Override
        public List<String> lines(Page page, Generated block) throws IOException {
            return switch (block.arguments()) {
                case "2 to" -> List.of("one", "two");
                case "1" -> List.of("| number | why |", "|---|---|", "| one | " + NO_WORDS + " |");
                default -> throw new IOException("it cannot count to " + block.arguments());
            };
        }
    };

    @Override
    public Check<?> planted() {
        return new GeneratedBlocks(List.of(COUNT));
    }

    @Test
    void a_block_as_the_build_writes_it_is_true_and_stays_the_same() throws Exception {
        assertThat(planted().check(page(PAGE))).isEqualTo(new Findings(1, List.of()));
        assertThat(written(PAGE)).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo\n", "", "1\n2\n3\n\n", "\n\n\none\n\n"})
    void any_text_in_a_block_is_overwritten(String old) throws Exception {
        assertThat(written(PAGE.replace("one\ntwo\n\n", old))).isEqualTo(PAGE);
    }

    @Test
    void a_block_that_cannot_be_written_stays_as_it_was() {
        String page = PAGE.replace("2 to", "3");

        assertThat(new GeneratedBlocks(List.of(COUNT)).write(page(page)))
                .isEqualTo(new GeneratedBlocks.Written(page, List.of("""
                page.md:3: a generated block cannot be written
                  expected: count
                  actual:   it cannot count to 3""")));
    }

    private static String written(String text) {
        return new GeneratedBlocks(List.of(COUNT)).write(page(text)).text();
    }

    private static Page page(String text) {
        return new Page("page.md", text);
    }
}
