package dev.minikv.workbook.chart;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Rounded;
import dev.minikv.workbook.measure.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The scores as bars in pairs, with JMH's 99.9 % interval on each.
///
/// Scores of different benchmarks may lie far apart: a pair has a scale of its own, so that the two
/// bars of each can be compared.
final class ScoreChart {

    private static final int BARS = 400; // their greatest width
    private static final int FIGURES = 210; // the width of what stands after them
    private static final int TOP = 96;
    private static final int PAIR = 52;
    private static final int BAR = 17;

    private final Comparison comparison;
    private final List<Comparison.Row> pairs;
    private final int barsFrom;
    private final Svg svg;

    private ScoreChart(Comparison comparison) {
        this.comparison = comparison;
        pairs = comparison.rows().stream().filter(ScoreChart::isPair).toList();
        barsFrom = Svg.widthOf(pairs.stream().map(Comparison.Row::name));
        String title = comparison.before() + " and " + comparison.after() + comparison.suffix();
        svg = new Svg(
                barsFrom + BARS + FIGURES,
                TOP + PAIR * pairs.size() + 10,
                title,
                "Each pair has its own scale: compare its two bars. " + direction()
                        + " Lines: 99.9 % intervals, arrows where they go on.");
    }

    /// Returns the chart of a comparison, of its rows that have two scores in the same unit.
    static String of(Comparison comparison) {
        return new ScoreChart(comparison).draw();
    }

    private static boolean isPair(Comparison.Row row) {
        return row.before().isPresent()
                && row.before().map(Measurement::unit).equals(row.after().map(Measurement::unit));
    }

    private String direction() {
        long longer = pairs.stream()
                .flatMap(row -> row.after().stream())
                .filter(Measurement::greaterIsFaster)
                .count();
        if (longer == 0) {
            return "Shorter is faster.";
        }
        return longer == pairs.size() ? "Longer is faster." : "Shorter is faster; of operations a time, longer.";
    }

    private String draw() {
        bar("before", 20, 63, 24);
        svg.text("label", 52, 76, comparison.before());
        int second = 52 + Svg.widthOf(Stream.of(comparison.before()));
        bar("after", second, 63, 24);
        svg.text("label", second + 32.0, 76, comparison.after());
        for (int pair = 0; pair < pairs.size(); pair++) {
            draw(pairs.get(pair), TOP + PAIR * pair);
        }
        return svg.toString();
    }

    private void draw(Comparison.Row row, int top) {
        Measurement before = row.before().orElseThrow();
        Measurement after = row.after().orElseThrow();
        double longestBar = Math.max(before.score(), after.score());
        double longestLine = Math.max(before.score() + errorOf(before), after.score() + errorOf(after));
        double longest = Math.min(longestLine, 2 * longestBar); // or a wide interval leaves no room for bars
        svg.text("label", barsFrom - 10, top + BAR + 5.0, "end", row.name());
        draw("before", before, longest, top);
        draw("after", after, longest, top + BAR + 2);
        svg.line("axis", barsFrom, top - 3, barsFrom, top + 2 * BAR + 5.0);
    }

    private void draw(String kind, Measurement measurement, double longest, int top) {
        double scale = longest > 0 ? BARS / longest : 0;
        bar(kind, barsFrom, top, scale * measurement.score());
        if (!Double.isNaN(measurement.error())) {
            double low = Math.max(0, measurement.score() - measurement.error());
            double high = measurement.score() + measurement.error();
            double y = top + BAR / 2.0;
            svg.interval("error", barsFrom + scale * low, barsFrom + scale * Math.min(high, longest), y);
            if (high > longest) {
                svg.tip(barsFrom + BARS, y, 5);
            }
        }
        String score = Rounded.score(Optional.of(measurement)) + " " + measurement.unit();
        svg.text("label", barsFrom + BARS + 12.0, top + 13.0, score);
    }

    /// The first of a pair is striped, the second filled.
    private void bar(String kind, double x, double y, double width) {
        svg.rectangle("bar " + kind, x, y, width, BAR);
        if (kind.equals("before")) {
            svg.rectangle("stripes", x, y, width, BAR);
        }
    }

    private static double errorOf(Measurement measurement) {
        return Double.isNaN(measurement.error()) ? 0 : measurement.error();
    }
}
