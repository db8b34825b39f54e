package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two recorded quick runs of the steps' benchmarks, one after the other, on a machine with two cores and
/// other work to do. Most rows have a fork that was disturbed.
class RecordedRunsTest {

    @Test
    void two_runs_of_the_same_thing_show_no_difference() throws IOException {
        assertThat(Comparison.ofFiles(read("same-1.json"), read("same-2.json")).rows())
                .hasSize(29)
                .as("19 of 20 would do")
                .noneSatisfy(
                        row -> assertThat(row.verdict()).isInstanceOfAny(Verdict.Faster.class, Verdict.Slower.class));
    }

    /// Three forks cannot show it if one of them was disturbed, and do not pretend to.
    @Test
    void a_slowdown_of_30_percent_is_found_in_every_row_with_forks_that_agree() throws IOException {
        Comparison comparison =
                Comparison.ofFiles(read("same-1.json"), slowedByThirtyPercent(read("same-2.json"), _ -> true));

        assertThat(comparison.rows())
                .filteredOn(row ->
                        agree(row.before().orElseThrow()) && agree(row.after().orElseThrow()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.verdict()).as(row.name()).isInstanceOf(Verdict.Slower.class));
        assertThat(comparison.rows())
                .filteredOn(row -> row.verdict() instanceof Verdict.Slower)
                .as("rows that show it, as docs/benchmarks.md says")
                .hasSize(4);
        assertThat(comparison.rows())
                .as("in the others there may be nothing to see, but nothing wrong")
                .noneSatisfy(row -> assertThat(row.verdict()).isInstanceOf(Verdict.Faster.class));
    }

    /// Steps 01 and 02 have the same store. How much of a slowdown a full run shows depends on the hour; a
    /// difference that does not exist is shown in neither run.
    @ParameterizedTest
    @CsvSource({"../docs/benchmarks/steps.json, 5", "src/test/resources/bench/steps-in-a-noisy-hour.json, 1"})
    void a_full_run_shows_as_much_of_a_slowdown_of_30_percent_as_the_noise_allows(Path file, int found)
            throws IOException {
        ResultFile steps = ResultFile.read(file);

        assertThat(Comparison.ofValues(steps, "1", "2").orElseThrow().rows())
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.verdict()).isEqualTo(new Verdict.NoDifferenceShown()));
        ResultFile planted = slowedByThirtyPercent(steps, row -> row.params().containsValue("2"));
        assertThat(Comparison.ofValues(planted, "1", "2").orElseThrow().rows())
                .filteredOn(row -> row.verdict() instanceof Verdict.Slower)
                .as("rows that show it, as docs/benchmarks.md says")
                .hasSize(found);
    }

    /// Returns a file with a slowdown planted in some rows: every sample takes longer, with the same noise.
    private static ResultFile slowedByThirtyPercent(ResultFile recorded, Predicate<Measurement> which) {
        List<Measurement> measurements = recorded.measurements().stream()
                .map(row -> which.test(row) ? slowed(row) : row)
                .toList();
        return new ResultFile(recorded.file(), recorded.origin(), measurements);
    }

    /// Returns whether the forks' medians are within 5 % of each other.
    private static boolean agree(Measurement measurement) {
        DoubleSummaryStatistics medians = measurement.forks().stream()
                .mapToDouble(fork -> fork.stream().sorted().toList().get(fork.size() / 2))
                .summaryStatistics();
        return medians.getMax() < 1.05 * medians.getMin();
    }

    private static Measurement slowed(Measurement row) {
        List<List<Double>> forks = row.forks().stream()
                .map(fork -> fork.stream().map(sample -> sample * 1.3).toList())
                .toList();
        return new Measurement(
                row.benchmark(),
                row.mode(),
                row.params(),
                row.threads(),
                row.jvmArgs(),
                row.unit(),
                row.score() * 1.3,
                row.error() * 1.3,
                forks);
    }

    @Test
    void a_row_is_read_as_jmh_wrote_it() throws IOException {
        Measurement first = read("same-1.json").measurements().getFirst();

        assertThat(first.benchmark()).isEqualTo("dev.minikv.step04.benchmark.StepsBenchmark.delete");
        assertThat(first.mode()).isEqualTo("avgt");
        assertThat(first.unit()).isEqualTo("ns/op");
        assertThat(first.params()).containsExactly(entry("step", "map"));
        assertThat(first.forks()).hasSize(3).allSatisfy(fork -> assertThat(fork).hasSize(3));
        assertThat(first.samples()).isEqualTo(9);
    }

    @Test
    void below_three_samples_jmh_writes_a_string_for_the_error() throws IOException {
        Measurement few = Measurement.of(
                Measured.recordedRows("jmh-two-samples.json").get(0).getAsJsonObject());

        assertThat(few.error()).isNaN();
        assertThat(few.samples()).isEqualTo(2);
    }

    @Test
    void results_are_read_as_they_were_written(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("result.json");
        JsonArray rows = Measured.recordedRows("jmh-three-forks.json");

        ResultFile.write(file, Measured.ORIGIN, "jmh", rows);

        ResultFile read = ResultFile.read(file);
        assertThat(read.origin()).isEqualTo(Measured.ORIGIN);
        assertThat(read.measurements())
                .containsExactly(Measurement.of(rows.get(0).getAsJsonObject()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            | it is empty
            [] | it does not say where its numbers come from
            {} | it does not say where its numbers come from
            {"jmh": []} | it does not say where its numbers come from
            12 | it does not say where its numbers come from
            no JSON { | it is not JSON
            {"origin": ORIGIN, "jmh": [{" | it is truncated JSON
            {"origin": ORIGIN, "jmh": [ | it is truncated JSON
            {"origin": {}, "jmh": []} | its origin has no command
            {"origin": 1, "jmh": [{}]} | its origin cannot be read
            {"origin": ORIGIN} | it has no list of measurements
            {"origin": ORIGIN, "jmh": {}} | it has no list of measurements
            {"origin": ORIGIN, "jmh": [1]} | row 1 is not a measurement of JMH
            {"origin": ORIGIN, "jmh": [{}]} | row 1 is not a measurement of JMH
            """)
    void other_files_are_refused_by_name(String text, String why, @TempDir Path folder) throws IOException {
        String origin = new Gson().toJson(Measured.ORIGIN);
        Path file = Files.writeString(folder.resolve("other.json"), text == null ? "" : text.replace("ORIGIN", origin));

        assertRefused(file, why);
    }

    @ParameterizedTest
    @CsvSource({"machine, machine", "jdk, JDK", "date, date", "commit, commit", "profile, profile"})
    void a_file_that_lacks_a_part_of_its_origin_is_refused(String part, String name, @TempDir Path folder)
            throws IOException {
        JsonObject all = JsonParser.parseString(Files.readString(Measured.recorded("same-1.json")))
                .getAsJsonObject();
        all.getAsJsonObject("origin").remove(part);

        assertRefused(Files.writeString(folder.resolve("part.json"), all.toString()), "its origin has no " + name);
    }

    @Test
    void a_folder_another_charset_and_jmhs_own_file_are_refused(@TempDir Path folder) throws IOException {
        assertRefused(folder, "it is a folder");
        String text = Files.readString(Measured.recorded("same-1.json"));
        assertRefused(
                Files.writeString(folder.resolve("a.json"), text, StandardCharsets.UTF_16), "it is not text in UTF-8");
        assertRefused(
                Measured.recorded("jmh-three-forks.json"), "JMH itself wrote it, without the machine and the JDK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "NaN", "Infinity", "null"})
    void a_sample_that_is_not_a_number_is_refused(String sample, @TempDir Path folder) throws IOException {
        String text = Files.readString(Measured.recorded("same-1.json"))
                .replaceFirst("(?s)(\"rawData\": \\[\\s*\\[\\s*)[\\d.]+", "$1" + sample);

        assertRefused(
                Files.writeString(folder.resolve("nan.json"), text),
                "dev.minikv.step04.benchmark.StepsBenchmark.delete has a sample that is not a number");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessage(file + " is not a result of ./workbook bench: " + why);
    }

    @Test
    void a_file_of_bytes_and_not_times_is_refused(@TempDir Path folder) {
        Path file = folder.resolve("footprint.json");
        ResultFile.write(file, Measured.ORIGIN, FootprintRun.NAME, new JsonArray());

        assertThatThrownBy(() -> ResultFile.read(file))
                .hasMessage(file + " has bytes and not times: there is nothing to compare");
    }

    @Test
    void a_failed_write_is_reported_and_leaves_no_files(@TempDir Path folder) throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken.json/in-the-way"));

        assertThatThrownBy(() -> ResultFile.write(taken.getParent(), Measured.ORIGIN, "jmh", new JsonArray()))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(taken.getParent() + " cannot be written: ");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static ResultFile read(String recorded) throws IOException {
        return ResultFile.read(Measured.recorded(recorded));
    }
}
