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
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// The table, the page and the charts of a comparison with a row of every kind.
class ComparisonReportTest {

    private static final ResultFile FILE = Measured.file(
            "steps",
            time("delete", step(1), calm(1000)),
            time("get", step(1), calm(20)),
            time("line<&>", step(1), calm(150)),
            time("overwrite", step(1), calm(30)),
            time("set", step(1), calm(30)),
            time("delete", step(4), calm(1000)),
            time("few", step(1), calm(1000)),
            time("few", step(4), calm(1040)),
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
                benchmark                  step 1                  step 4          unit                speed  verdict
                delete       1,003 (971 to 1,037)    1,003 (971 to 1,037)         ns/op  1.00 (0.98 to 1.02)  no difference shown
                get        20.07 (19.42 to 20.74)   10.03 (9.71 to 10.37)         ns/op  2.00 (1.96 to 2.04)  faster by 96 to 104 %
                line<&>    150.5 (145.6 to 155.5)  301.0 (291.2 to 311.1)         ns/op  0.50 (0.49 to 0.51)  slower by 96 to 104 %
                overwrite  30.10 (29.12 to 31.11)                   30.00         ns/op                    -  too little data: a single fork
                set        30.10 (29.12 to 31.11)  1.003 (0.971 to 1.037)  ns/op, us/op                    -  not comparable: different unit, ns/op and us/op
                few          1,003 (971 to 1,037)  1,043 (1,010 to 1,078)         ns/op  0.96 (0.94 to 0.98)  a difference, but it may be below 3 %
                """.lines().toArray(String[]::new));
    }

    @Test
    void the_page_is_this() {
        assertThat(new ComparisonReport(COMPARISON, List.of(FILE)).page("scores.svg", "speeds.svg"))
                .isEqualTo("""
                # step 1 and step 4

                | benchmark | step 1 | step 4 | unit | speed | verdict |
                |---|--:|--:|--:|--:|---|
                | delete | 1,003 (971 to 1,037) | 1,003 (971 to 1,037) | ns/op | 1.00 (0.98 to 1.02) | no difference shown |
                | get | 20.07 (19.42 to 20.74) | 10.03 (9.71 to 10.37) | ns/op | 2.00 (1.96 to 2.04) | faster by 96 to 104 % |
                | line<&> | 150.5 (145.6 to 155.5) | 301.0 (291.2 to 311.1) | ns/op | 0.50 (0.49 to 0.51) | slower by 96 to 104 % |
                | overwrite | 30.10 (29.12 to 31.11) | 30.00 | ns/op | - | too little data: a single fork |
                | set | 30.10 (29.12 to 31.11) | 1.003 (0.971 to 1.037) | ns/op, us/op | - | not comparable: different unit, \
                ns/op and us/op |
                | few | 1,003 (971 to 1,037) | 1,043 (1,010 to 1,078) | ns/op | 0.96 (0.94 to 0.98) | a difference, but it \
                may be below 3 % |

                - **Scores** are the geometric mean of the medians of the forks; a fork is a JVM that was started for the \
                benchmark. The 99 % interval is in brackets: Student's t over the logarithms of the medians.
                - **Speed** is the ratio of the two scores: above 1, the second does more in the same time. Its 99 % \
                interval is in brackets: Welch's t over the same logarithms. Rely on this interval: it may be narrow \
                enough for a verdict even if the intervals of the two scores overlap.
                - **Faster by 30 %**: does 30 % more in the same time. **Slower by 30 %**: takes 30 % longer for the same \
                work. The whole interval is beyond 3 %.
                - **A difference, but it may be below 3 %**: the interval excludes 1, but starts closer to 1 than 3 %. \
                Such a small difference may come from where the code happens to be in memory.
                - **No difference shown**: the interval includes 1. There may be a difference; these samples do not show it.

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
    void a_quick_run_is_called_indicative_above_the_table() {
        var origin = new Origin("", Profile.QUICK, "", "", Measured.MACHINE, "");
        ResultFile quick = Measured.file("quick", origin);

        assertThat(new ComparisonReport(COMPARISON, List.of(quick)).page("", ""))
                .contains("> A quick run is only indicative");
    }

    @Test
    void a_difference_that_makes_two_files_incomparable_is_reported_with_both_values() {
        var bigger = new Machine("Some CPU", 64, 8, "Linux amd64");
        var origin = new Origin("", Profile.QUICK, "", "", bigger, Measured.ORIGIN.jdk());
        List<ResultFile> files = List.of(FILE, Measured.file("other", origin));

        assertThat(new ComparisonReport(COMPARISON, files).warnings())
                .startsWith(
                        "Not comparable: the machine differs (" + Measured.MACHINE + " and " + bigger + ").",
                        "Not comparable: the profile differs (full and quick).");
    }

    @Test
    void the_scores_are_pairs_of_bars_with_an_interval_on_each() throws Exception {
        Document chart = parsed(ScoreChart.of(COMPARISON));

        assertThat(count(chart, "rect", "bar before"))
                .as("legend and five pairs of one unit")
                .isEqualTo(1 + 5);
        assertThat(count(chart, "rect", "bar after")).isEqualTo(1 + 5);
        assertThat(count(chart, "rect", "stripes"))
                .as("the first bars are striped")
                .isEqualTo(1 + 5);
        assertThat(count(chart, "path", "error"))
                .as("all except that of the single fork")
                .isEqualTo(2 * 5 - 1);
    }

    @Test
    void a_score_has_an_interval_if_there_are_forks_and_an_arrow_if_that_is_far_longer_than_the_bars()
            throws Exception {
        Measurement sure = time("get", Map.of(), calm(1));
        Measurement oneFork = time("get", Map.of(), new double[] {1, 1, 1});
        Measurement wild = time("get", Map.of(), new double[] {1}, new double[] {5}, new double[] {9});

        assertIntervals(sure, sure, 2, 0);
        assertIntervals(sure, oneFork, 1, 0);
        assertIntervals(sure, wild, 2, 1);
    }

    private static void assertIntervals(Measurement one, Measurement other, int intervals, int arrows)
            throws Exception {
        Document chart = parsed(ScoreChart.of(Comparison.ofFiles(Measured.file("a", one), Measured.file("b", other))));

        assertThat(count(chart, "rect", "bar after")).isEqualTo(1 + 1);
        assertThat(count(chart, "path", "error")).isEqualTo(intervals);
        assertThat(count(chart, "polygon", "tip")).isEqualTo(arrows);
        assertThat(chart.getDocumentElement().getTextContent().contains("An arrow: the line is cut"))
                .as("said above the bars")
                .isEqualTo(arrows > 0);
    }

    @Test
    void the_speeds_are_an_interval_for_each_ratio_and_a_shape_for_each_verdict() throws Exception {
        Document chart = parsed(RatioChart.of(COMPARISON));

        assertThat(count(chart, "path", "interval")).isEqualTo(4);
        assertThat(count(chart, "polygon", "point")).as("faster and slower").isEqualTo(2);
        assertThat(count(chart, "circle", "point")).as("a small difference").isEqualTo(1);
        assertThat(count(chart, "circle", "open")).as("no difference shown").isEqualTo(1);
    }

    @Test
    void intervals_too_wide_for_the_chart_end_in_arrows() throws Exception {
        Measurement wild = time("get", Map.of(), new double[] {1, 1}, new double[] {30, 30}, new double[] {900, 900});
        Comparison comparison =
                Comparison.ofFiles(Measured.file("a", wild), Measured.file("b", time("get", Map.of(), calm(100))));

        Document chart = parsed(RatioChart.of(comparison));
        assertThat(count(chart, "polygon", "tip"))
                .as("to the left and to the right")
                .isEqualTo(2);
        assertThat(chart.getDocumentElement().getTextContent())
                .contains("The scale is cut at ÷ 5 and × 5: an arrow goes on as far as the brackets say.")
                .containsPattern("no difference shown \\(0.000 to [\\d,]+\\)");
    }

    @Test
    void charts_of_nothing_are_charts() throws Exception {
        var nothing = new Comparison("a", "b", Map.of(), List.of());

        for (String chart : List.of(ScoreChart.of(nothing), RatioChart.of(nothing))) {
            assertThat(parsed(chart).getDocumentElement().getTextContent())
                    .contains("No row can be compared: the table says why.");
        }
    }

    /// Fonts differ: Verdana is among the widest that readers have, with 0.63 of its size for a letter on average,
    /// and 0.72 in bold.
    @Test
    void every_text_fits_in_a_wide_font() throws Exception {
        for (String svg : List.of(ScoreChart.of(COMPARISON), RatioChart.of(COMPARISON))) {
            Document chart = parsed(svg);
            double width = Double.parseDouble(chart.getDocumentElement().getAttribute("width"));
            NodeList texts = chart.getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                var text = (Element) texts.item(i);
                double letter = switch (text.getAttribute("class")) {
                    case "title" -> 16 * 0.72;
                    case "note" -> 12 * 0.63;
                    default -> 13 * 0.63;
                };
                double length = letter * text.getTextContent().length();
                double x = Double.parseDouble(text.getAttribute("x"));
                String anchor = text.getAttribute("text-anchor");
                double left = anchor.equals("end") ? x - length : anchor.equals("middle") ? x - length / 2 : x;
                assertThat(left).as(text.getTextContent()).isNotNegative();
                assertThat(left + length).as(text.getTextContent()).isLessThanOrEqualTo(width);
            }
        }
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static int count(Document chart, String shape, String kind) throws Exception {
        String query = "count(//*[local-name()='%s'][@class='%s'])".formatted(shape, kind);
        return Integer.parseInt(XPathFactory.newInstance().newXPath().evaluate(query, chart));
    }
}
