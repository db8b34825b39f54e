package dev.minikv.checks.figure;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Findings;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Pages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsTest implements CheckContract {

    /// Three files as `./workbook bench` writes them, with round numbers.
    private static final Path PLANTED = Path.of("src/test/resources/benchmarks");

    @Override
    public Check<?> check() {
        return new Measurements(Project.root().resolve("docs/benchmarks"));
    }

    @Override
    public long plainCount(String text) {
        String withoutFences = text.replaceAll("(?ms)^```.*?^```$", ""); // an example is no marker
        return count("^[ >]*<!-- figures", withoutFences);
    }

    @Test
    void the_pages_on_measurements_have_figures_to_check() throws Exception {
        long figures = Pages.under(Project.root()).stream()
                .filter(Measurements::concerns)
                .flatMap(page -> page.passages().stream())
                .mapToLong(passage -> Measurements.figures(passage).size())
                .sum();

        assertThat(figures).as("figures on all pages").isGreaterThan(50);
    }

    @Test
    void figures_that_stand_in_the_results_are_true() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json entries=1000000:
                     getHit hash | getHit compact | speed getHit compact over getHit hash -->
                A hit takes 60.0 ± 1.5 ns in `hash` and 0.040 µs in
                `compact`, which is **1.50** times as fast.

                <!-- figures in footprint.json: compact | compact / hash | less compact than hash -->
                - It takes 97.1 bytes for an entry,
                - which is 64 % of what `hash` takes, or 36 % less.

                <!-- figures in engines.json getHit hash: entries=1000000 - entries=1000
                     | entries=1000000 / entries=1000 | (entries=1000000 - entries=1000) / entries=1000
                     | more entries=1000000 than entries=1000 -->
                > So a million entries cost 52 ns more, or 7.5 times as much: 6.5 times more, 650 %.

                <!-- figures in engines.json: given 64 bytes: a line of the cache on x86-64 -->
                ## What is in 64 bytes
                """)).isEmpty();
    }

    @Test
    void a_table_may_have_the_items_of_one_row() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json entries=1000000:
                     getHit row | footprint.json row | speed getMiss row over getMiss hash -->
                | engine | entries | hit, ns | bytes | misses |
                |---|--:|--:|--:|---|
                | `hash` | 1,000,000 | 60 ± 1 | 152.4 | no difference shown |
                | **compact** | 1,000,000 | 40.0 | 97 | slower by 47 to 54 % |
                | `tree` | 1,000,000 | - | - | - |
                """)).isEmpty();
    }

    @Test
    void an_interval_may_be_written_in_three_ways() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json entries=1000000:
                     speed getHit compact over getHit hash | speed getHit compact over getHit hash
                     | speed getHit compact over getHit hash -->
                Its hits are 1.50 (1.46 to 1.55) times as fast, so 1.46 to 1.55 times, or faster by 46 to 55 %.
                """)).isEmpty();
    }

    @Test
    void numbers_may_share_a_unit() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json getHit: hash entries=1000 | compact entries=1000000 | hash entries=1000000 -->
                It takes 8.0, 40 and 60.0 ± 1.5 ns.
                """)).isEmpty();
    }

    @Test
    void what_is_printed_may_stand_in_a_block_and_sizes_may_be_drawn() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json entries=1000000: getHit hash | getHit compact -->
                ```text
                hash     60.04 ± 1.46 ns/op
                compact  40.00 ± 0.52 ns/op
                ```

                ```text
                | header 12 bytes | hash 4 bytes |
                ```
                """)).isEmpty();
    }

    @Test
    void other_numbers_are_no_figures() throws Exception {
        assertThat(problemsOf("""
                It runs five times, in 2 minutes, with 1,000,000 entries and a 99.9 % interval, and prints
                `36 ns`. Step 04 has 32 benchmarks.

                | exercise | minutes |
                |---|--:|
                | 4.1 | 20 |

                ```sh
                ./workbook bench # 36 ns
                ```
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "getHit hash; 60.1 ns; 60.04 ± 1.46",
                "getHit hash; 60 µs; 0.060 ± 0.001",
                "getHit hash; 60.0 ± 1.4 ns; 60.04 ± 1.46",
                "getHit hash; 60 bytes; something else: time",
                "getHit hash; about 67 ns; 60.04 ± 1.46",
                "getHit hash; more than 61 ns; 60.04 ± 1.46",
                "getHit hash; at most 60 ns; 60.04 ± 1.46",
                "getHit hash / getHit compact; 0.67 times; 1.501",
                "getHit hash / getHit compact; 151 %; 150.1",
                "speed getHit hash over getHit compact; '1.50 times'; '0.666 (0.646 to 0.687), slower by 46 to 55 %'",
                "speed getHit compact over getHit hash; '1.50 (1.40 to 1.55) times'; '1.501 (1.456 to 1.547), faster by 46 to 55 %'",
                "speed getHit compact over getHit hash; 'slower by 47 to 54 %'; '1.501 (1.456 to 1.547), faster by 46 to 55 %'",
                "speed getHit compact over getHit hash; 'no difference shown'; '1.501 (1.456 to 1.547), faster by 46 to 55 %'",
                "getHit hash; no difference shown; something else: time",
                "given 64 bytes: a line of the cache; 65 bytes; '64 bytes, with a reason of 3 words or more: ''a line of the cache'''",
                "given 64 bytes: measured; 64 bytes; '64 bytes, with a reason of 3 words or more: ''measured'''",
            })
    void a_false_figure_is_found(String item, String figure, String actual) throws Exception {
        assertThat(problemsOf(
                        "<!-- figures in engines.json entries=1000000: %s -->\nIt is %s.\n".formatted(item, figure)))
                .containsExactly("""
                docs/benchmarks.md:2: a figure is not what '%s' says
                  expected: %s
                  actual:   %s""".formatted(item, figure, actual));
    }

    @Test
    void a_false_figure_in_a_row_is_found() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json entries=1000000: getHit row | speed getHit row over getHit hash -->
                | engine | ns | speed |
                |---|--:|--:|
                | `hash` | 60.0 | 1.00 |
                | `compact` | 39.0 | 0.67 |
                """)).containsExactly("""
                docs/benchmarks.md:2: a figure is not what 'getHit compact' says
                  expected: 39.0
                  actual:   40.00 ± 0.52""", """
                docs/benchmarks.md:2: a figure is not what 'speed getHit compact over getHit hash' says
                  expected: 0.67
                  actual:   1.501 (1.456 to 1.547), faster by 46 to 55 %""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It takes 36 ns.",
                "It takes `36` ns.",
                "It is a 1.5-fold gain.",
                "It takes 64 percent of it.",
                "- It takes\n  36 nanoseconds.",
                "> It is 1.5× as fast.",
                "## In 64-byte lines",
                "| engine | ns |\n|---|---|\n| `hash` | 60 |",
                "| engine | time |\n|---|---|\n| `hash` | 60 ns |",
                "<p>It takes 36 ns.</p>",
                "```text\n60.04 ns/op\n```",
                "```\n60.04 ns/op\n```",
                "- one\n\n  ```text\n  60.04 ns/op\n  ```",
                "It is faster by 10 to 20 %.",
                "<!-- a remark -->\nIt takes 36 ns.",
                "<!-- figures in engines.json: getHit hash entries=1000 -->\nIt takes 8.0 ns.\n\nNow it takes 36 ns.",
            })
    void a_figure_without_a_marker_is_found(String text) throws Exception {
        assertThat(problemsOf(text)).singleElement().asString().contains("figures have no marker before them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is twice as fast.",
                "It is ten times faster.",
                "It takes half the time.",
                "It is slower by a factor of 3.",
                "It is an order of magnitude slower.",
            })
    void a_figure_in_words_is_found(String text) throws Exception {
        assertThat(problemsOf(text)).singleElement().asString().contains("a figure in words cannot be looked up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "other.json getHit hash; no file other.json",
                "quick.json getHit hash; quick.json is from a quick run, which cannot be quoted",
                "getMiss tree; '0 rows of engines.json for \"engines.json getMiss tree\"'",
                "getMiss; '2 rows of engines.json for \"engines.json getMiss\": getMiss {engine=hash, entries=1000000}, getMiss {engine=compact, entries=1000000}'",
                "getMiss hash -; the name of a row is missing",
                "(getMiss hash; a '(' without its ')'",
                "getMiss hash ); ')' is not expected there",
                "speed getMiss hash; 'speed' without 'over'",
                "more getMiss hash; 'more' without 'than'",
                "getMiss hash / footprint.json hash; a ratio of unlike things",
                "getMiss hash - footprint.json hash; a difference of unlike things",
            })
    void a_figure_that_cannot_be_looked_up_is_found(String item, String why) throws Exception {
        assertThat(problemsOf("<!-- figures in engines.json: %s -->\nIt is 1 ns.\n".formatted(item)))
                .containsExactly("""
                docs/benchmarks.md:2: a figure cannot be looked up
                  expected: %s
                  actual:   %s""".formatted(item, why));
    }

    @Test
    void a_figure_without_an_item_is_found_and_so_is_an_item_without_a_figure() throws Exception {
        assertThat(problemsOf("""
                <!-- figures in engines.json entries=1000000: getMiss hash -->
                It takes 30.0 or 45.0 ns.

                <!-- figures in engines.json entries=1000000: getMiss hash | getMiss compact -->
                It takes 30.0 ns.
                """)).containsExactly("""
                docs/benchmarks.md:2: a figure has no item in the marker
                  expected: an item for each
                  actual:   45.0 ns""", """
                docs/benchmarks.md:5: an item of the marker has no figure
                  expected: getMiss compact
                  actual:   45.00 ± 0.61""");
    }

    @Test
    void a_marker_that_cannot_be_read_is_found() throws Exception {
        assertThat(problemsOf("<!-- figures: -->\nIt takes 30 ns.\n")).containsExactly("""
                docs/benchmarks.md:2: the marker cannot be read
                  expected: <!-- figures in x.json: item | item -->
                  actual:   <!-- figures: -->""");
    }

    @Test
    void pages_on_other_things_may_have_any_numbers() throws Exception {
        var page = new Page("docs/step-01-a.md", "A String takes 48 bytes.\n");

        assertThat(new Measurements(PLANTED).check(page)).isEqualTo(new Findings(0, List.of()));
    }

    private static List<String> problemsOf(String text) throws Exception {
        return new Measurements(PLANTED)
                .check(new Page("docs/benchmarks.md", text))
                .problems();
    }
}
