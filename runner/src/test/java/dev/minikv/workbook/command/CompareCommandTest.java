package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares recorded results; nothing is measured here.
class CompareCommandTest {

    private static final Path RECORDED = Path.of("src/test/resources/bench");

    @TempDir
    private Path root;

    @BeforeEach
    void make_an_empty_workbook() throws IOException {
        Files.createFile(root.resolve("workbook.cmd"));
        Files.createFile(root.resolve("pom.xml"));
    }

    @Test
    void two_steps_are_looked_up_in_the_newest_result() throws IOException {
        put("same-1.json", ".workbook/bench");
        put("same-2.json", ".workbook/bench");

        WorkbookSession run = run("compare 1 4");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("from " + Path.of(".workbook/bench/same-2.json"), "step 1", "A quick run is only indicative")
                .contains("written: " + Path.of(".workbook/bench/same-2-step-1-vs-step-4.md"));
        for (String file : new String[] {".md", "-scores.svg", "-speeds.svg"}) {
            assertThat(root.resolve(".workbook/bench/same-2-step-1-vs-step-4" + file))
                    .exists();
        }
    }

    @Test
    void two_steps_are_looked_up_in_the_file_that_is_named() throws IOException {
        put("same-1.json", ".workbook/bench");
        String named = put("same-2.json", "docs/benchmarks");

        WorkbookSession run = run("compare 1 4 --in " + named);

        assertThat(run.out())
                .contains("from " + Path.of("docs/benchmarks/same-2.json"))
                .contains("written: " + Path.of(".workbook/bench/same-2-step-1-vs-step-4.md"));
        assertThat(root.resolve("docs/benchmarks")).isDirectoryNotContaining("glob:**.md");
    }

    @Test
    void a_page_to_be_published_is_written_where_output_says() throws IOException {
        put("same-1.json", "docs/benchmarks");

        WorkbookSession run = run("compare 1 4 --output " + root.resolve("docs/benchmarks"));

        assertThat(run.out()).contains("written: " + Path.of("docs/benchmarks/same-1-step-1-vs-step-4.md"));
        assertThat(root.resolve(".workbook/bench")).doesNotExist();
    }

    @Test
    void a_page_that_cannot_be_written_is_reported_in_one_sentence_and_leaves_no_files() throws IOException {
        put("same-1.json", "docs/benchmarks");

        WorkbookSession run = run("compare 1 4 --output " + root.resolve("pom.xml"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("workbook: %s cannot be written: %s is not a folder%n"
                        .formatted(root.resolve("pom.xml/same-1-step-1-vs-step-4.md"), root.resolve("pom.xml")));
        assertThat(root.resolve("docs/benchmarks")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void committed_results_are_used_if_there_are_no_others() throws IOException {
        put("same-1.json", "docs/benchmarks");

        assertThat(run("compare 1 4").out()).contains("from " + Path.of("docs/benchmarks/same-1.json"));
    }

    @Test
    void two_files_are_compared_row_by_row() throws IOException {
        WorkbookSession run = run("compare " + put("same-1.json", "a") + " " + put("same-2.json", "b"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("delete (step = 1)", "no difference shown");
        assertThat(root.resolve(".workbook/bench/same-1-vs-same-2.md")).exists();
    }

    @Test
    void if_no_row_shows_a_difference_it_says_how_much_could_be_hidden_and_what_helps() throws IOException {
        String out = run("compare " + put("same-1.json", "a") + " " + put("same-2.json", "b"))
                .out();

        assertThat(out)
                .containsPattern("No row shows a difference. Intervals this wide can hide one of about \\d+ %.")
                .contains("run longer, without --quick; close other programs", "measure fewer rows,");
        assertThat(run("compare 1 4 --in " + Path.of("../docs/benchmarks/steps.json"))
                        .out())
                .contains("slower by")
                .doesNotContain("No row shows");
    }

    @Test
    void one_run_of_this_machine_is_not_compared_with_a_recorded_one() throws IOException {
        put("same-1.json", ".workbook/bench");
        put("same-2.json", "docs/benchmarks");

        assertThat(run("compare").err())
                .startsWith("There is only one run, " + Path.of(".workbook/bench/same-1.json")
                        + ": run ./workbook bench --quick steps again, then compare.");
    }

    @Test
    void two_runs_of_different_benchmarks_are_not_compared() throws IOException {
        put("same-1.json", ".workbook/bench");
        String other = put("same-2.json", ".workbook/bench");
        Files.writeString(Path.of(other), Files.readString(Path.of(other)).replace("StepsBenchmark", "OtherBenchmark"));

        assertThat(run("compare").err())
                .startsWith("No two runs have the same benchmarks; the newest is "
                        + Path.of(".workbook/bench/same-2.json") + ": run ");
    }

    @Test
    void a_file_that_is_not_a_result_is_skipped_unless_it_is_named() throws IOException {
        put("same-1.json", ".workbook/bench");
        Path utf16 = root.resolve(".workbook/bench/utf16.json");
        Files.writeString(utf16, "{}", StandardCharsets.UTF_16);
        Files.createDirectory(root.resolve(".workbook/bench/folder.json"));

        assertThat(run("compare 1 4").exitCode()).isZero();
        assertThat(run("compare 1 4 --in " + utf16).err())
                .isEqualTo("workbook: " + utf16 + " is not a result of ./workbook bench: it is not text in UTF-8\n");
    }

    @Test
    void alone_it_compares_the_two_newest_results_the_older_one_first() throws IOException {
        put("same-2.json", ".workbook/bench");
        put("same-1.json", ".workbook/bench");

        assertThat(run("compare").out()).contains("written: " + Path.of(".workbook/bench/same-1-vs-same-2.md"));
    }

    @Test
    void json_can_be_parsed_and_is_all_there_is() throws IOException {
        put("same-1.json", ".workbook/bench");

        JsonObject compared =
                JsonParser.parseString(run("compare 1 4 --json").out()).getAsJsonObject();

        assertThat(compared.get("before").getAsString()).isEqualTo("step 1");
        assertThat(compared.getAsJsonArray("rows")).hasSize(6);
        JsonObject row = compared.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertThat(row.get("benchmark").getAsString()).isEqualTo("delete");
        assertThat(row.getAsJsonObject("before").get("samples").getAsInt()).isEqualTo(9);
        assertThat(row.getAsJsonObject("before").get("low").getAsDouble())
                .isLessThan(row.getAsJsonObject("before").get("score").getAsDouble());
        assertThat(row.getAsJsonObject("speed").get("low").getAsDouble()).isPositive();
        assertThat(row.get("verdict").getAsString()).isNotEmpty();
        assertThat(compared.getAsJsonArray("files")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            compare 1 5           | '1' and '5': no result has both. Known values: step map, 1, 2, 3 or 4.
            compare 1 5 --in %1$s | '1' and '5': %1$s does not have both. Known values: step map, 1, 2, 3 or 4.
            compare --in %s       | --in needs two steps or engines to look for.
            compare 1 4 --in a.json | There is no file 'a.json'.
            compare hash          | compare takes two files, steps or engines, but got: hash.
            compare 1 2 3         | compare takes two files, steps or engines, but got: 1 2 3.
            compare a.json b.json | There is no file 'a.json'.
            compare               | There is only one run
            bench footprint -p engine=compact | footprint has no parameters: it counts the bytes of every engine.
            bench get(            | 'get(' is not a regular expression
            bench -p 1000         | -p takes a parameter and its values, such as entries=1000, not '1000'.
            """)
    void arguments_that_cannot_be_compared_or_measured_are_misuse(String line, String why) throws IOException {
        String file = put("same-1.json", ".workbook/bench");

        WorkbookSession run = run(line.formatted(file));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(why.formatted(file));
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_blank_is_not_the_name_of_a_benchmark() {
        assertThat(run("bench \t").err())
                .startsWith("Name a benchmark, such as engines; without a name, bench measures the steps.");
    }

    @Test
    void another_file_is_refused_with_its_name() throws IOException {
        String other = Files.writeString(root.resolve("other.json"), "[]").toString();

        assertThat(run("compare " + other + " " + other))
                .isEqualTo(
                        new WorkbookSession(
                                1,
                                "",
                                "workbook: " + other
                                        + " is not a result of ./workbook bench: it does not say where its numbers come from\n"));
    }

    @Test
    void bench_refuses_a_file_that_it_cannot_write_before_it_builds_anything() {
        assertThat(run("bench --output " + root))
                .isEqualTo(new WorkbookSession(1, "", "workbook: " + root + " cannot be written: it is a folder\n"));
        Path below = root.resolve("workbook.cmd/below.json");
        assertThat(run("bench --output " + below).err()).startsWith("workbook: " + below + " cannot be written: ");
    }

    private String put(String recorded, String folder) throws IOException {
        Path target = Files.createDirectories(root.resolve(folder)).resolve(recorded);
        return Files.copy(RECORDED.resolve(recorded), target).toString();
    }

    private WorkbookSession run(String line) {
        return WorkbookSession.of(root, line);
    }
}
