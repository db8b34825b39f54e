package dev.minikv.checks.figure;

import static dev.minikv.checks.page.CheckContract.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.Findings;
import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.PlantedPages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresInProseTest implements CheckContract, PlantedPages {

    private static final String TABLE = """

            <!-- generated: figures v | engines.json -->
            |  | speed, x |
            |---|--:|
            | <a id="row-v-hit"></a>`getHit` | **2.09** (1.97 to 2.20) |

            <!-- end of generated -->

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
    public Check<?> planted() {
        return new FiguresInProse(planted);
    }

    @Override
    public String path() {
        return "docs/benchmarks.md";
    }

    @Override
    public long plainCount(String text) {
        String unfenced = text.replaceAll("(?ms)^```.*?^```$", "");
        if (!unfenced.contains("<!-- generated: figures") && !unfenced.contains("#row-")) {
            return 0;
        }
        String prose = unfenced.replaceAll("(?ms)^<!-- generated.*?^<!-- end", "")
                .replaceAll("\\[[^\\]]*(?=]\\([^)]*#row-)", "["); // words that link to a row count once
        return count("\\]\\([^)]*#row-", prose) + count("(?<![=/\\d.])\\d+ (?:ns|µs|bytes|GB|%(?! int)|cycles)", prose);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_figure_without_a_table_is_found(String text) throws Exception {
        assertThat(problemsOf(text)).singleElement().asString().contains("a figure without a table");
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
    void words_that_people_write_in_a_table_are_prose_too(String row, int figures) throws Exception {
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

    @ParameterizedTest
    @CsvSource({"docs/step-04-a.md, 1", "docs/step-10-a.md, 1", "docs/step-01-a.md, 0", "docs/benchmarks.md, 1"})
    void chapters_from_step_04_on_and_all_pages_with_a_table_are_checked(String path, int figures) throws Exception {
        assertThat(check(path, "It takes 48 ns.\n").checked()).isEqualTo(figures);
        assertThat(check(path, "It takes 48 ns.\n" + TABLE).checked()).isEqualTo(3);
    }

    private List<String> problemsOf(String text) throws Exception {
        return check("docs/benchmarks.md", text + "\n" + TABLE).problems();
    }

    private Findings check(String path, String text) throws Exception {
        var page = new Page(path, text);
        assertThat(Generated.on(page)).hasSize(text.contains("generated") ? 1 : 0);
        return new FiguresInProse(planted).check(page);
    }
}
