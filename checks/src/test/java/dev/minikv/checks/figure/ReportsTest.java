package dev.minikv.checks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Findings;
import dev.minikv.workbook.chart.ComparisonReport;
import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.measure.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private static final Path RESULTS = Path.of("src/test/resources/benchmarks/engines.json");

    private static final String NAME = "engines-engine-hash-vs-engine-compact";

    @TempDir
    private Path planted;

    @TempDir
    private Path again;

    @Test
    void the_reports_of_the_project_are_what_compare_writes() throws Exception {
        Findings findings = Reports.check(Project.root().resolve("docs/benchmarks"), again);

        assertThat(findings.problems()).isEmpty();
        assertThat(findings.checked()).as("reports and charts").isPositive();
    }

    @Test
    void a_report_as_it_was_written_is_true() throws Exception {
        writeReport();

        assertThat(Reports.check(planted, again)).isEqualTo(new Findings(3, List.of()));
    }

    @Test
    void a_report_on_two_files_is_true_too() throws Exception {
        ResultFile one = ResultFile.read(Files.copy(RESULTS, planted.resolve("one.json")));
        ResultFile two = ResultFile.read(Files.copy(RESULTS, planted.resolve("two.json")));
        new ComparisonReport(Comparison.ofFiles(one, two), List.of(one, two)).write(planted);

        assertThat(Reports.check(planted, again)).isEqualTo(new Findings(3, List.of()));
    }

    @Test
    void a_report_that_was_edited_is_found_and_so_is_a_chart() throws Exception {
        writeReport();
        replace(NAME + ".md", "faster", "much faster");
        replace(NAME + "-speeds.svg", "width=\"", "width=\"1");

        assertThat(Reports.check(planted, again).problems())
                .containsExactly(
                        NAME + ".md is not what ./workbook compare writes",
                        NAME + "-speeds.svg is not what ./workbook compare writes");
    }

    @Test
    void results_that_have_changed_since_are_found() throws Exception {
        writeReport();
        replace("engines.json", "60.04", "61.04");

        assertThat(Reports.check(planted, again).problems())
                .contains(NAME + ".md is not what ./workbook compare writes");
    }

    @Test
    void a_missing_chart_is_found_and_so_is_one_without_a_report() throws Exception {
        writeReport();
        Files.move(planted.resolve(NAME + "-speeds.svg"), planted.resolve("speeds.svg"));

        assertThat(Reports.check(planted, again).problems())
                .containsExactly(
                        NAME + "-speeds.svg is not what ./workbook compare writes", "speeds.svg belongs to no report");
    }

    @Test
    void a_page_that_is_not_a_report_is_found() throws Exception {
        Files.writeString(planted.resolve("notes.md"), "# Notes\n");

        assertThat(Reports.check(planted, again).problems()).containsExactly("notes.md belongs to no report");
    }

    private void writeReport() throws IOException {
        ResultFile results = ResultFile.read(Files.copy(RESULTS, planted.resolve("engines.json")));
        Comparison comparison = Comparison.ofValues(results, "hash", "compact").orElseThrow();
        new ComparisonReport(comparison, List.of(results)).write(planted);
    }

    private void replace(String file, String old, String now) throws IOException {
        Path path = planted.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now));
    }
}
