package dev.minikv.workbook.chart;

import static dev.minikv.workbook.measure.Measured.calm;
import static dev.minikv.workbook.measure.Measured.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.ComparisonTable;
import dev.minikv.workbook.measure.Machine;
import dev.minikv.workbook.measure.Measured;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// The table, the page and the charts of one comparison that has a row of every kind.
class ComparisonReportTest {

    private static final ResultFile FILE = Measured.file(
            "steps",
            time("delete", step(1), calm(1000)),
            time("get", step(1), calm(20)),
            time("line<&>", step(1), calm(150)),
            time("overwrite", step(1), calm(30)),
            time("set", step(1), calm(30)),
            time("delete", step(4), calm(1000)),
            time("get", step(4), calm(10)),
            time("line<&>", step(4), calm(300)),
            time("overwrite", step(4), new double[] {30, 31, 30}),
            Measured.of("set", "avgt", "us/op", step(4), calm(1)));

    private static final Comparison COMPARISON =
            Comparison.ofValues(FILE, "1", "4").orElseThrow();

    private static Map<String, String> step(int number) {
        return Map.of("step", "" + number);
    }

    @Test
    void the_table_is_this() {
        assertThat(ComparisonTable.of(COMPARISON).text())
                .containsExactly("""
                benchmark        step 1         step 4          unit                speed  verdict
                delete      1,000 ± 100    1,000 ± 100         ns/op  1.00 (0.98 to 1.02)  no difference shown
                get        20.00 ± 2.00   10.00 ± 1.00         ns/op  2.00 (1.96 to 2.04)  faster by 96 to 104 %
                line<&>    150.0 ± 15.0   300.0 ± 30.0         ns/op  0.50 (0.49 to 0.51)  slower by 96 to 104 %
                overwrite  30.00 ± 3.00   30.33 ± 3.03         ns/op                    -  too little data: a single fork
                set        30.00 ± 3.00  1.000 ± 0.100  ns/op, us/op                    -  not comparable: other unit, ns/op and us/op
                """.lines().toArray(String[]::new));
    }

    @Test
    void the_page_is_this() {
        assertThat(new ComparisonReport(COMPARISON, List.of(FILE)).page("scores.svg", "speeds.svg"))
                .isEqualTo("""
                # step 1 and step 4

                | benchmark | step 1 | step 4 | unit | speed | verdict |
                |---|--:|--:|--:|--:|---|
                | delete | 1,000 ± 100 | 1,000 ± 100 | ns/op | 1.00 (0.98 to 1.02) | no difference shown |
                | get | 20.00 ± 2.00 | 10.00 ± 1.00 | ns/op | 2.00 (1.96 to 2.04) | faster by 96 to 104 % |
                | line<&> | 150.0 ± 15.0 | 300.0 ± 30.0 | ns/op | 0.50 (0.49 to 0.51) | slower by 96 to 104 % |
                | overwrite | 30.00 ± 3.00 | 30.33 ± 3.03 | ns/op | - | too little data: a single fork |
                | set | 30.00 ± 3.00 | 1.000 ± 0.100 | ns/op, us/op | - | not comparable: other unit, ns/op and us/op |

                - **Scores** are means with their 99.9 % interval, as JMH computes it.
                - **Speed** above 1: the second does more in the same time. In brackets, its 99 % interval: Welch's t \
                over the logarithms of the medians of the forks, that is, of the JVMs that were started.
                - **Faster by 30 %**: does 30 % more in the same time. **Slower by 30 %**: takes 30 % longer for the same.
                - **No difference shown**: the interval reaches below 3 %. There may be a difference; these samples do not \
                show it.

                ![Speed of step 4, where step 1 is 1](speeds.svg)

                ![Scores of step 1 and step 4](scores.svg)

                ## steps

                | | |
                |---|---|
                | command | `./workbook bench steps` |
                | date | 2026-01-31T12:00:00Z |
                | commit | 1234567 with local changes |
                | machine | Some CPU, 2 cores, 8 GiB, Linux amd64 |
                | JDK | Eclipse Adoptium 25 |
                """);
    }

    @Test
    void a_quick_run_is_said_to_be_indicative_above_the_table() {
        var origin = new Origin("", Profile.QUICK, "", "", Measured.MACHINE, "");
        ResultFile quick = Measured.file("quick", origin);

        assertThat(new ComparisonReport(COMPARISON, List.of(quick)).page("", ""))
                .contains("> A quick run is indicative");
    }

    @Test
    void what_makes_two_files_not_comparable_is_said_with_both_values() {
        var bigger = new Machine("Some CPU", 64, 8, "Linux amd64");
        var origin = new Origin("", Profile.QUICK, "", "", bigger, Measured.ORIGIN.jdk());
        List<ResultFile> files = List.of(FILE, Measured.file("other", origin));

        assertThat(new ComparisonReport(COMPARISON, files).warnings())
                .startsWith(
                        "Not comparable, for another machine: " + Measured.MACHINE + " and " + bigger + ".",
                        "Not comparable, for another profile: full and quick.");
    }

    @Test
    void the_scores_are_pairs_of_bars_with_an_interval_on_each() throws Exception {
        Document chart = parsed(ScoreChart.of(COMPARISON));

        assertThat(count(chart, "rect", "bar before"))
                .as("legend and four pairs of one unit")
                .isEqualTo(1 + 4);
        assertThat(count(chart, "rect", "bar after")).isEqualTo(1 + 4);
        assertThat(count(chart, "rect", "stripes"))
                .as("the first bars are striped")
                .isEqualTo(1 + 4);
        assertThat(count(chart, "path", "error")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, 0", "0.5, 2, 0", "20, 2, 1"})
    void a_score_has_an_interval_where_it_has_an_error_and_an_arrow_where_that_is_far_longer_than_the_bars(
            double error, int intervals, int arrows) throws Exception {
        Measurement sure = time("get", Map.of(), calm(1));
        var unsure = new Measurement(sure.benchmark(), "avgt", Map.of(), 1, List.of(), "ns/op", 1, error, sure.forks());

        Document chart =
                parsed(ScoreChart.of(Comparison.ofFiles(Measured.file("a", sure), Measured.file("b", unsure))));

        assertThat(count(chart, "rect", "bar after")).isEqualTo(1 + 1);
        assertThat(count(chart, "path", "error")).isEqualTo(intervals);
        assertThat(count(chart, "polygon", "tip")).isEqualTo(arrows);
    }

    @Test
    void the_speeds_are_an_interval_for_each_ratio_and_a_shape_for_each_verdict() throws Exception {
        Document chart = parsed(RatioChart.of(COMPARISON));

        assertThat(count(chart, "path", "interval")).isEqualTo(3);
        assertThat(count(chart, "polygon", "point")).as("faster and slower").isEqualTo(2);
        assertThat(count(chart, "circle", "open")).as("no difference shown").isEqualTo(1);
    }

    @Test
    void intervals_too_wide_for_the_chart_end_in_arrows() throws Exception {
        Measurement wild = time("get", Map.of(), new double[] {1, 1}, new double[] {30, 30}, new double[] {900, 900});
        Comparison comparison =
                Comparison.ofFiles(Measured.file("a", wild), Measured.file("b", time("get", Map.of(), calm(100))));

        assertThat(count(parsed(RatioChart.of(comparison)), "polygon", "tip"))
                .as("to the left and to the right")
                .isEqualTo(2);
    }

    @Test
    void charts_of_nothing_are_charts() throws Exception {
        var nothing = new Comparison("a", "b", Map.of(), List.of());

        assertThat(count(parsed(ScoreChart.of(nothing)), "path", "error")).isZero();
        assertThat(count(parsed(RatioChart.of(nothing)), "path", "interval")).isZero();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static int count(Document chart, String shape, String kind) throws Exception {
        String query = "count(//*[local-name()='%s'][@class='%s'])".formatted(shape, kind);
        return Integer.parseInt(XPathFactory.newInstance().newXPath().evaluate(query, chart));
    }
}
