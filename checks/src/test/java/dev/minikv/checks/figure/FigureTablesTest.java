package dev.minikv.checks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.checks.generated.Generated;
import dev.minikv.checks.generated.GeneratedBlocks;
import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTablesTest {

    /// Three files as `./workbook bench` writes them, with round numbers.
    static final Path PLANTED = Path.of("src/test/resources/benchmarks");

    @TempDir
    private Path copied;

    @Test
    void a_score_stands_with_its_error_and_a_ratio_says_how_many_times_another_it_is() throws Exception {
        assertThat(written(
                        "a | engines.json engine=hash | rows getHit over getMiss, getMiss? | all, ns: entries=1000000"
                                + " | ns: entries=1000 | times compact: entries=1000000 over engine=compact"
                                + " | times a miss: entries=1000000"))
                .containsExactly(
                        "| | all, ns | ns | times compact | times a miss |",
                        "|---|--:|--:|--:|--:|",
                        "| <a id=\"row-a-get-hit\"></a>`getHit` | 60.04 ± 1.46 | 8.000 ± 0.110 | 1.50 | 2.00 |",
                        "| <a id=\"row-a-get-miss\"></a>`getMiss` | 30.00 ± 0.50 | - | 0.67 | |");
    }

    @Test
    void columns_may_have_files_of_their_own() throws Exception {
        assertThat(
                        written(
                                "b | engines.json getHit entries=1000000 | rows engine=hash,compact | ns:"
                                        + " | an entry, bytes: footprint.json | times a miss: over engines.json getMiss row entries=1000000"))
                .contains(
                        "| | ns | an entry, bytes | times a miss |",
                        "| <a id=\"row-b-compact\"></a>`compact` | 40.00 ± 0.52 | 97.1 | 0.89 |");
    }

    @Test
    void a_speed_stands_with_its_interval_and_in_bold_if_it_has_a_verdict() throws Exception {
        assertThat(
                        written(
                                "c | engines.json getHit | rows entries=1000,1000000 | speed, x: engine=compact over engine=hash"))
                .contains(
                        "| | speed, x |",
                        "| <a id=\"row-c-1000\"></a>1,000 | 0.99 (0.95 to 1.04) |",
                        "| <a id=\"row-c-1000000\"></a>1,000,000 | **1.50** (1.46 to 1.55) |");
    }

    @Test
    void words_and_labels_are_kept_if_they_are_of_the_row() throws Exception {
        String args = "d | engines.json engine=hash entries=1000000 | rows getHit, getMiss | ns: | why: words";

        assertThat(written(args, """
                | <a id="row-d-get-miss"></a>a `getMiss` is quick | 1 ns | it [stops](#a) |
                | <a id="row-d-get-hit"></a>a `getMiss` is quick | 1 ns |  |
                """))
                .contains(
                        "| <a id=\"row-d-get-hit\"></a>`getHit` | 60.04 ± 1.46 | |",
                        "| <a id=\"row-d-get-miss\"></a>a `getMiss` is quick | 30.00 ± 0.50 | it [stops](#a) |");
    }

    @Test
    void a_row_is_printed_as_jmh_prints_it() throws Exception {
        assertThat(written("printed engines.json getMiss engine=hash")).containsExactly("""
                ```text
                Benchmark                 (engine)  (entries)  Mode  Cnt  Score  Error  Units
                EnginesBenchmark.getMiss      hash    1000000  avgt    6  30.00 ± 0.50  ns/op
                ```""".split("\n"));
    }

    @Test
    void a_changed_digit_is_found() throws Exception {
        String table = "<!-- generated: figures e | engines.json entries=1000000 | rows engine=hash | ns: getHit -->\n"
                + "| | ns |\n|---|--:|\n| <a id=\"row-e-hash\"></a>`hash` | 60.14 ± 1.46 |\n\n<!-- end of generated -->\n";

        assertThat(new GeneratedBlocks(List.of(new FigureTables(PLANTED)))
                        .check(new Page("page.md", table))
                        .problems())
                .containsExactly("""
                page.md:4: a generated block is out of date: run .ci/pages
                  expected: | <a id="row-e-hash"></a>`hash` | 60.04 ± 1.46 |
                  actual:   | <a id="row-e-hash"></a>`hash` | 60.14 ± 1.46 |""");
    }

    @Test
    void two_tables_of_one_name_are_found() throws Exception {
        String table = "<!-- generated: figures f | engines.json | rows getMiss | ns: engine=hash -->\n\n"
                + "<!-- end of generated -->\n\n";

        assertThat(new GeneratedBlocks(List.of(new FigureTables(PLANTED)))
                        .check(new Page("page.md", table + table))
                        .problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("another table has this name: f"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "other.json | rows getHit | ns:; there is no file other.json",
                "entries=1000 | rows getHit | ns:; no results file is named",
                "quick.json | rows getHit | ns:; quick.json is from a quick run, which cannot be quoted",
                "engines.json | rows engine=tree | ns:; 0 rows are selected by: engines.json engine=tree",
                "engines.json | rows getMiss | ns:; 2 rows are selected by: engines.json getMiss",
                "engines.json engine=hash | rows getMiss? | speed, x: over engine=tree; nothing is known of getMiss",
                "engines.json | rows getMiss | ns engine=hash; it cannot be read: ns engine=hash",
                "engines.json | getMiss | ns:; it cannot be read: a | engines.json | getMiss | ns:",
                "engines.json engine=hash | rows getMiss | bytes:; a column has its unit at its head, and not 'bytes': ns",
                "engines.json engine=hash | rows getMiss | ns: | times x: over footprint.json row; 0 rows are selected by: footprint.json getMiss",
                "engines.json engine=hash | rows getMiss | times x: over footprint.json engine=hash; ns and bytes are unlike things",
                "engines.json engine=hash | rows getMiss | speed, x: over footprint.json engine=hash; not comparable: other mode, count and avgt",
                "engines.json engine=hash | rows getMiss | ns: | speed, x: over engine=compact; scores are means and speeds are from medians: make a table of each",
                "engines.json engine=hash entries=1000000 | rows getMiss | speed, x: over elsewhere.json row engine=hash; not comparable: other machine or JDK",
            })
    void a_table_that_cannot_be_written_is_found(String arguments, String why) throws Exception {
        assertThatThrownBy(() -> written("a | " + arguments))
                .isInstanceOf(IOException.class)
                .hasMessage(why);
    }

    private List<String> written(String arguments) throws IOException {
        return written(arguments, "");
    }

    private List<String> written(String arguments, String old) throws IOException {
        for (String file : List.of("engines.json", "footprint.json", "quick.json")) {
            Files.writeString(copied.resolve(file), Files.readString(PLANTED.resolve(file)));
        }
        String elsewhere = Files.readString(PLANTED.resolve("engines.json")).replace("a processor", "another");
        Files.writeString(copied.resolve("elsewhere.json"), elsewhere);
        var block = new Generated(1, "figures", arguments, old.lines().toList());
        return new FigureTables(copied).lines(new Page("page.md", ""), block);
    }
}
