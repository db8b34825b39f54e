package dev.minikv.checks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void finds_blocks_of_a_language_with_their_source_and_lines() {
        var page = page("""
                # Title

                ```java src/A.java
                a();

                b();
                ```

                - a block in a list:

                  ```Java
                  c();
                  ```

                ```sh
                true
                ```
                """);

        assertThat(page.fences("java"))
                .extracting(Fence::line, Fence::language, Fence::source)
                .containsExactly(tuple(3, "java", "src/A.java"), tuple(11, "java", ""));
        assertThat(page.fences("java"))
                .flatExtracting(Fence::lines)
                .extracting(line -> line.line() + " " + line.text())
                .containsExactly("4 a();", "5 ", "6 b();", "12 c();");
    }

    @Test
    void finds_code_in_sentences_lists_headings_and_tables() {
        var page = page("""
                ## The `count` command

                - Type `get`
                  and `set`.

                | command | does |
                |---|---|
                | `quit` | ends |
                """);

        assertThat(page.inlineCode())
                .extracting(code -> code.line() + " " + code.text())
                .containsExactly("1 count", "3 get", "4 set", "8 quit");
    }

    @Test
    void finds_links_and_images_in_markdown_and_in_html() {
        var page = page("""
                [text](a.md) and
                [![image](b)](c.md), <https://b.c>

                <a href="d.md">text</a>

                <p align="center">
                <img alt="" src="e.svg">
                </p>
                """);

        assertThat(page.links())
                .extracting(link -> link.line() + " " + link.text())
                .containsExactly("1 a.md", "2 c.md", "2 b", "2 https://b.c", "4 d.md", "6 e.svg");
    }

    @Test
    void knows_the_heading_above_each_block() {
        var page = page("""
                ```sh
                a
                ```
                # Title
                ## A `small` *section*
                ```sh
                b
                ```
                ## Another
                """);

        assertThat(page.fences("sh")).extracting(Fence::heading).containsExactly("", "A small section");
    }

    @Test
    void finds_tables_with_their_words_code_and_lines() {
        var page = page("""
                Words.

                | what | *how* |
                |---|:-:|
                | [`A`](a.md), **all** | `x \\| y` and `z` |
                | B |
                """);

        assertThat(page.tables()).hasSize(1);
        Table table = page.tables().getFirst();
        assertThat(table.line()).isEqualTo(3);
        assertThat(table.columns()).containsExactly("what", "how");
        assertThat(table.rows())
                .containsExactly(
                        new Table.Row(
                                5,
                                List.of(
                                        new Table.Cell("A, all", List.of("A")),
                                        new Table.Cell("x | y and z", List.of("x | y", "z")))),
                        new Table.Row(6, List.of(new Table.Cell("B", List.of()), new Table.Cell("", List.of()))));
    }

    @Test
    void finds_passages_in_all_that_says_something() {
        var page = page("""
                # Title

                <!-- no words -->
                A *word*, `code`,
                and `12` [in](b.md "c") [two](b.md#d "e") [`f`](#g).

                - a

                  ```text
                  drawn
                  ```
                - b

                > c

                | h | i `j` |
                |---|---|
                | k | **l** |

                ```java
                e();
                ```

                <p>m</p>
                """);

        assertThat(page.passages())
                .containsExactly(
                        new Passage(1, "", "Title", false),
                        new Passage(4, "", "A word, `, and 12 in [two](b.md#d \"e\") [`](#g).", false),
                        new Passage(7, "", "a", false),
                        new Passage(9, "", "drawn\n", true),
                        new Passage(12, "", "b", false),
                        new Passage(14, "", "c", false),
                        new Passage(16, "h", "h", false),
                        new Passage(16, "i j", "i `", false),
                        new Passage(18, "h", "k", false),
                        new Passage(18, "i j", "l", false),
                        new Passage(24, "", "m", false));
    }

    @Test
    void an_id_in_html_is_an_anchor_too_and_a_section_is_known_by_its_heading() {
        var page = page("""
                # Title
                ## Two

                | | n |
                |---|---|
                | <a id="row-a"></a>a | 1 |
                """);

        assertThat(page.anchors()).containsExactly("title", "two", "row-a");
        assertThat(List.of(page.section(1), page.section(4))).containsExactly("title", "two");
    }

    @Test
    void has_an_anchor_for_each_heading_as_github_makes_them() {
        var page = page("""
                # Step 01: a `HashMap` behind a *REPL*
                ## What is left out, and why?
                ## MiniKvStore.java & snake_case -- twice
                ## Run it
                ## Run it
                ## Run [it](a.md)
                ## ☕ Ключ é
                """);

        assertThat(page.anchors())
                .containsExactly(
                        "step-01-a-hashmap-behind-a-repl",
                        "what-is-left-out-and-why",
                        "minikvstorejava--snake_case----twice",
                        "run-it",
                        "run-it-1",
                        "run-it-2",
                        "-ключ-é");
    }

    private static Page page(String text) {
        return new Page("page.md", text);
    }
}
