package dev.minikv.checks.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedBlocksTest {

    private static final String PAGE = """
            # Title

            <!-- generated: count 2 to -->
            one
            two

            <!-- end of generated -->

            ```text
            <!-- generated: in a block of text, it is none -->
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

    @Test
    void a_block_as_the_build_writes_it_is_true_and_is_written_the_same_again() throws Exception {
        assertThat(problems(PAGE)).isEmpty();
        assertThat(written(PAGE)).isEqualTo(PAGE);
        assertThat(new GeneratedBlocks(List.of(COUNT)).check(page(PAGE)).checked())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo\n", "", "1\n2\n3\n\n", "\n\n\none\n\n"})
    void whatever_stands_in_a_block_is_written_over(String old) throws Exception {
        assertThat(written(PAGE.replace("one\ntwo\n\n", old))).isEqualTo(PAGE);
    }

    @Test
    void a_line_that_has_been_changed_is_found() throws Exception {
        assertThat(problems(PAGE.replace("two", "three"))).containsExactly("""
                page.md:5: a generated block is out of date: run .ci/pages
                  expected: two
                  actual:   three""");
    }

    @Test
    void lines_too_many_and_too_few_are_found() throws Exception {
        assertThat(problems(PAGE.replace("two", "two\nthree"))).containsExactly("""
                page.md:6: a generated block is out of date: run .ci/pages
                  expected: (the end of the block)
                  actual:   three""");
        assertThat(problems(PAGE.replace("two\n", ""))).containsExactly("""
                page.md:5: a generated block is out of date: run .ci/pages
                  expected: two
                  actual:   (the end of the block)""");
    }

    @Test
    void a_block_that_cannot_be_written_is_found() throws Exception {
        assertThat(problems(PAGE.replace("2 to", "3"))).containsExactly("""
                page.md:3: a generated block cannot be written
                  expected: count
                  actual:   it cannot count to 3""");
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

    @Test
    void a_table_outside_of_blocks_that_the_build_should_write_is_found() throws Exception {
        assertThat(problems("""
                | number |
                |---|
                | one |
                """)).containsExactly("""
                page.md:1: the build writes such a table
                  expected: a generated block
                  actual:   none""");
    }

    @Test
    void a_name_that_no_generator_has_is_found() throws Exception {
        assertThat(problems(PAGE.replace("count", "counts"))).containsExactly("""
                page.md:3: a generated block cannot be written
                  expected: counts
                  actual:   there is no such generator, but these: [count]""");
    }

    @Test
    void a_row_without_words_is_found() throws Exception {
        assertThat(problems(written(PAGE.replace("2 to", "1")))).containsExactly("""
                page.md:6: a row waits for words
                  expected: yours
                  actual:   (why?)""");
    }

    @Test
    void comments_that_enclose_nothing_are_found() throws Exception {
        assertThat(problems("""
                <!-- end of generated -->

                <!-- generated: count 2 to -->
                one

                <!-- generated: count 2 to -->
                one
                two

                <!-- end of generated -->

                <!--generated: count-->

                <!-- generated: count 2 to -->
                """)).containsExactly("""
                page.md:1: no generated block ends here
                  expected: a start before it
                  actual:   <!-- end of generated -->""", """
                page.md:3: a generated block has no end
                  expected: <!-- end of generated -->
                  actual:   <!-- generated: count 2 to -->""", """
                page.md:12: the comment cannot be read
                  expected: <!-- generated: NAME ARGUMENTS -->
                  actual:   <!--generated: count-->""", """
                page.md:14: a generated block has no end
                  expected: <!-- end of generated -->
                  actual:   <!-- generated: count 2 to -->""");
    }

    private static List<String> problems(String text) throws Exception {
        return new GeneratedBlocks(List.of(COUNT)).check(page(text)).problems();
    }

    private static String written(String text) {
        return new GeneratedBlocks(List.of(COUNT)).write(page(text)).text();
    }

    private static Page page(String text) {
        return new Page("page.md", text);
    }
}
