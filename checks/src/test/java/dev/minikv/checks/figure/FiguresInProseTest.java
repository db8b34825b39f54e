package dev.minikv.checks.figure;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Findings;
import dev.minikv.checks.page.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresInProseTest implements CheckContract {

    private static final String TABLES = """

            <!-- generated: figures s | engines.json -->
            |  | `getHit`, ns | an entry, bytes | times `hash` | times a line |
            |---|--:|--:|--:|--:|
            | <a id="row-s-compact"></a>`compact` | 1,790 ± 342 | 86.7 | 0.57 | 7.33 |
            | <a id="row-s-hash"></a>`hash` | 45.00 ± 0.61 | 152.4 |  | 0.033 |

            <!-- end of generated -->

            <!-- generated: figures v | engines.json -->
            |  | speed, x |
            |---|--:|
            | <a id="row-v-hit"></a>`getHit` | **2.09** (1.97 to 2.20) |
            | <a id="row-v-miss"></a>`getMiss` | **0.23** (0.14 to 0.36) |
            | <a id="row-v-set"></a>`set` | 1.97 (0.90 to 3.20) |

            <!-- end of generated -->

            ## Given

            | figure | what it is | source | used in |
            |---|---|---|---|
            | 64 bytes | a line | the manual of x86-64 | [Here](#here) |

            ## Here

            A line has 64 bytes.
            """;

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new FiguresInProse(Project.root());
    }

    @Override
    public long plainCount(String text) {
        String unfenced = text.replaceAll("(?ms)^```.*?^```$", "");
        if (!unfenced.contains("<!-- generated: figures") && !unfenced.contains("#row-")) {
            return 0;
        }
        String prose = unfenced.replaceAll("(?ms)^<!-- generated.*?^<!-- end", "");
        return count("\\]\\([^)]*#row-", prose) + count("(?<![=/\\d.])\\d+ (?:ns|µs|bytes|GB|%(?! int)|cycles)", prose);
    }

    @Test
    void round_words_that_a_row_bears_out_are_true() throws Exception {
        assertThat(problemsOf("""
                It is [about twice](#row-v-hit) as fast, takes [half](#row-v-hit) as long, or
                [more than four times](#row-v-miss) as long, so it is [faster](#row-v-hit) here,
                [slower](#row-v-miss) there, with [no difference
                shown](#row-v-set "speed, x") elsewhere. That is [less than three
                fifths](#row-s-compact "times hash") of it, or [about 1.8 µs](#row-s-compact),
                [45.0 ns](benchmarks.md#row-s-hash), [more than 150 bytes](#row-s-hash), [a few
                percent](#row-s-hash), **[seven times](#row-s-compact "times a line")** as much.
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[three times](#row-v-hit) as fast; three times as fast; 'speed, x: **2.09** (1.97 to 2.20)'",
                "[about twice](#row-v-hit) as long; about twice as long; 'speed, x: **2.09** (1.97 to 2.20)'",
                "[twice](#row-v-set) as fast; twice as fast; 'speed, x: 1.97 (0.90 to 3.20)'",
                "[slower](#row-v-hit); slower; 'speed, x: **2.09** (1.97 to 2.20)'",
                "[faster](#row-v-miss); faster; 'speed, x: **0.23** (0.14 to 0.36)'",
                "[faster](#row-v-set); faster; 'speed, x: 1.97 (0.90 to 3.20)'",
                "[no difference shown](#row-v-hit); no difference shown; 'speed, x: **2.09** (1.97 to 2.20)'",
                "[half](#row-s-compact \"times hash\") of it; half of; times `hash`: 0.57",
                "[more than eight times](#row-s-compact \"times a line\"); more than eight times; times a line: 7.33",
                "[nearly seven times](#row-s-compact \"times a line\"); nearly seven times; times a line: 7.33",
                "[about 2 µs](#row-s-compact); about 2 µs; '`getHit`, ns: 1,790 ± 342'",
                "[45.1 ns](#row-s-hash); 45.1 ns; '`getHit`, ns: 45.00 ± 0.61'",
                "[less than 150 bytes](#row-s-hash); less than 150 bytes; 'an entry, bytes: 152.4'",
            })
    void round_words_that_a_row_does_not_bear_out_are_found(String text, String words, String row) throws Exception {
        assertThat(problemsOf("It is " + text + ".")).containsExactly("""
                docs/benchmarks.md:1: round words are not what the row says
                  expected: %s
                  actual:   %s""".formatted(words, row));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[twice](#row-v-hit)", // as fast, or as long?
                "[twice](#row-s-compact) as long", // of two ratios
                "[twice](#row-s-compact \"times tree\") as long",
                "[far](#row-v-hit) quicker", // no number
                "[faster](#row-s-hash)", // no speed
                "[150 bytes](#row-v-hit)",
                "[60 parsecs](#row-s-hash)",
            })
    void words_that_mean_no_number_of_the_row_are_found(String text) throws Exception {
        assertThat(problemsOf(text))
                .singleElement()
                .asString()
                .contains("the row has not one number that can be meant");
    }

    @Test
    void a_link_to_a_row_that_is_not_there_is_found() throws Exception {
        assertThat(problemsOf("It is [twice](#row-v-get) as fast.")).containsExactly("""
                docs/benchmarks.md:1: the link leads to no row of figures
                  expected: row-v-get
                  actual:   not on docs/benchmarks.md""");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_figure_that_no_table_has_is_found(String text) throws Exception {
        assertThat(problemsOf(text)).singleElement().asString().contains("a figure that no table has");
    }

    private static Stream<String> figures() {
        String units =
                "ns ns/op nanoseconds us µs μs microseconds ms milliseconds B/op byte bytes kB KB MB GB KiB MiB GiB"
                        + " times x × fold % percent cycle cycles";
        String blocks = """
                It takes 60.0 ± 1.5 ns. / It takes `36` ns. / It takes **36** ns. / It takes 36, 40 and 61 ns.
                / - It takes; 36 nanoseconds. / > It is 1.5× as fast. / ## In 64-byte lines / <p>It takes 36 ns.</p>
                / | a | ns |;|---|---|;| b | 60 | / | a | time |;|---|---|;| b | 60 ns | / ```text;60.04 ns/op;```
                / ```;60.04 ns/op;``` / - one;;  ```text;  60.04 ns/op;  ``` / It takes [36 ns](#here).
                / <!-- a remark -->;It takes 36 ns. / It is faster by 10 to 20 %. / It is 36 per cent of it.
                / It is twice as fast. / It is ten times faster. / It takes half the time. / It is a tenfold gain. / It is a 1.5-fold gain.
                / It is slower by a factor of 3. / It is an order of magnitude slower. / It takes half a nanosecond.
                / It takes a third of the time. / It is 2.5 times as long. / It has 32 bytes.
                / It has 64 bytes, not in the section where this is given.
                """;
        return Stream.concat(
                Stream.of(units.split(" ")).map(unit -> "It is 36 " + unit + " here."),
                Stream.of(blocks.replace("\n/ ", " / ").split(" / ")).map(block -> block.replace(";", "\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "| <a id=\"row-a-b\"></a>`b` | 36 ns |, 0", "| <a id=\"row-a-b\"></a>`b` takes 36 ns | 1 |, 1",
        "| b | 36 |  | it takes 36 ns |, 1", "| b | 36 | it takes 36 ns |, 0"
    })
    void what_people_write_in_a_table_is_prose_too(String row, int figures) throws Exception {
        for (String name : List.of("figures a", "others")) {
            String table = """
                    <!-- generated: %s -->
                    |  | a, ns | times a | why |
                    |---|---|---|---|
                    %s

                    <!-- end of generated -->
                    """.formatted(name, row);

            boolean isFirst = row.contains("takes 36 ns | 1");
            assertThat(new FiguresInProse(planted)
                            .check(new Page("docs/step-10-a.md", table))
                            .problems())
                    .hasSize(isFirst && name.equals("others") ? 0 : figures);
        }
    }

    @Test
    void other_numbers_are_no_figures() throws Exception {
        assertThat(problemsOf("""
                It runs five times, in 2 minutes, with 1,000,000 entries and a 99.9 % interval, and prints
                `36 ns`. Step 04 has 32 benchmarks.

                | exercise | minutes |
                |---|--:|
                | 4.1 | 20 |

                ```text
                | header 12 bytes |
                ```

                ```sh
                ./workbook bench # 36 ns
                ```
                """)).isEmpty();
    }

    @Test
    void a_given_figure_without_a_source_is_found_and_so_is_one_that_is_not_used() throws Exception {
        String noSource = TABLES.replace("the manual of x86-64", "a manual").replace("has 64 bytes", "is long");

        assertThat(check("docs/benchmarks.md", noSource).problems()).containsExactly("""
                docs/benchmarks.md:23: a figure has no source
                  expected: 3 words or more
                  actual:   a manual""", """
                docs/benchmarks.md:23: a figure is not used there
                  expected: docs/benchmarks.md#here
                  actual:   64 bytes""");
    }

    @ParameterizedTest
    @CsvSource({"docs/step-04-a.md, 1", "docs/step-10-a.md, 1", "docs/step-01-a.md, 0", "docs/benchmarks.md, 1"})
    void chapters_from_step_04_on_are_looked_at_and_so_is_any_page_with_a_table(String path, int figures)
            throws Exception {
        assertThat(check(path, "It takes 48 ns.\n").checked()).isEqualTo(figures);
        assertThat(check(path, "It takes 48 ns.\n" + TABLES).checked()).isEqualTo(3);
    }

    private List<String> problemsOf(String text) throws Exception {
        return check("docs/benchmarks.md", text + "\n" + TABLES).problems();
    }

    private Findings check(String path, String text) throws Exception {
        var page = new Page(path, text);
        assertThat(Generated.on(page)).hasSize(text.contains("generated") ? 2 : 0);
        return new FiguresInProse(planted).check(page);
    }
}
