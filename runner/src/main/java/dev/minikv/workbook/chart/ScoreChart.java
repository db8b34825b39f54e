package dev.minikv.workbook.chart;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Rounded;
import dev.minikv.workbook.compare.Score;
import dev.minikv.workbook.measure.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The scores as bars in pairs, with the 99 % interval on each.
///
/// Scores of different benchmarks may be far apart, so each pair has its own scale: only the two bars of a
/// pair can be compared.
final class ScoreChart {

    private static final int BARS = 400; // their maximum width
    private static final int PAIR = 52;
    private static final int BAR = 17;

    private final Comparison comparison;
    private final List<Comparison.Row> pairs;
    private final int barsFrom;
    private final Svg svg;
    private final int top;

    private ScoreChart(Comparison comparison) {
        this.comparison = comparison;
        pairs = comparison.rows().stream().filter(ScoreChart::isPair).toList();
        barsFrom = Svg.widthOf(pairs.stream().map(Comparison.Row::name));
        var notes = new ArrayList<String>();
        if (!comparison.suffix().isEmpty()) {
            notes.add(comparison.suffix().substring(2));
        }
        notes.add("Each pair has its own scale: compare its two bars. " + direction() + " Lines are 99 % intervals.");
        if (pairs.stream().anyMatch(ScoreChart::isCut)) {
            notes.add("An arrow: the line is cut at twice the longer bar, and goes on as far as the brackets say.");
        }
        int figures = Svg.widthOf(pairs.stream().flatMap(row -> Stream.of(figure(row.before()), figure(row.after()))));
        int legend = barsFrom(comparison.before()) + Svg.widthOf(Stream.of(comparison.after()));
        svg = new Svg(
                Math.max(barsFrom + BARS + figures - 8, legend),
                46 + PAIR * Math.max(pairs.size(), 1) + 10,
                comparison.before() + " and " + comparison.after(),
                notes);
        top = svg.below() + 46;
    }

    /// Returns where the second entry of the legend begins.
    private static int barsFrom(String before) {
        return 52 + Svg.widthOf(Stream.of(before));
    }

    private static String figure(Optional<Measurement> measurement) {
        return Rounded.score(measurement)
                + measurement.map(some -> " " + some.unit()).orElse("");
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
        return longer == pairs.size() ? "Longer is faster." : "Shorter is faster, but for throughput longer is.";
    }

    private String draw() {
        if (pairs.isEmpty()) {
            svg.text("label", 20, svg.below() + 30.0, Svg.NOTHING);
            return svg.toString();
        }
        int legend = top - 33;
        bar("before", 20, legend, 24);
        svg.text("label", 52, legend + 13, comparison.before());
        int second = barsFrom(comparison.before());
        bar("after", second, legend, 24);
        svg.text("label", second + 32.0, legend + 13, comparison.after());
        for (int pair = 0; pair < pairs.size(); pair++) {
            draw(pairs.get(pair), top + PAIR * pair);
        }
        return svg.toString();
    }

    private void draw(Comparison.Row row, int y) {
        svg.text("label", barsFrom - 10, y + BAR + 5.0, "end", row.name());
        draw("before", row.before().orElseThrow(), longest(row), y);
        draw("after", row.after().orElseThrow(), longest(row), y + BAR + 2);
        svg.line("axis", barsFrom, y - 3, barsFrom, y + 2 * BAR + 5.0);
    }

    private static boolean isCut(Comparison.Row row) {
        return scores(row).mapToDouble(ScoreChart::end).max().orElse(0) > longest(row);
    }

    /// Returns the score at the right end. It has a limit, because a wide interval would leave no room for
    /// the bars.
    private static double longest(Comparison.Row row) {
        double longestLine = scores(row).mapToDouble(ScoreChart::end).max().orElse(0);
        double longestBar = scores(row).mapToDouble(Score::value).max().orElse(0);
        return Math.min(longestLine, 2 * longestBar);
    }

    private static Stream<Score> scores(Comparison.Row row) {
        return Stream.of(row.before(), row.after()).flatMap(Optional::stream).map(Score::of);
    }

    private static double end(Score score) {
        return score.hasInterval() ? score.high() : score.value();
    }

    private void draw(String kind, Measurement measurement, double longest, int y) {
        Score score = Score.of(measurement);
        double scale = longest > 0 ? BARS / longest : 0;
        bar(kind, barsFrom, y, scale * score.value());
        if (score.hasInterval()) {
            double middle = y + BAR / 2.0;
            svg.interval(
                    "error",
                    barsFrom + scale * score.low(),
                    barsFrom + scale * Math.min(score.high(), longest),
                    middle);
            if (score.high() > longest) {
                svg.tip(barsFrom + BARS, middle, 5);
            }
        }
        svg.text("label", barsFrom + BARS + 12.0, y + 13.0, figure(Optional.of(measurement)));
    }

    /// The first of a pair is striped, the second filled.
    private void bar(String kind, double x, double y, double width) {
        svg.rectangle("bar " + kind, x, y, width, BAR);
        if (kind.equals("before")) {
            svg.rectangle("stripes", x, y, width, BAR);
        }
    }
}
