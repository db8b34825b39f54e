package dev.minikv.workbook.chart;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Rounded;
import dev.minikv.workbook.compare.SpeedRatio;
import dev.minikv.workbook.compare.Verdict;
import java.util.List;

/// The ratios of speed as points with their 99 % intervals, slower to the left, faster to the right.
///
/// The scale is logarithmic, so that twice as fast lies as far from the middle as half as fast. An
/// interval that leaves the grey band altogether is a verdict.
final class RatioChart {

    private static final int PLOT = 400; // its width
    private static final int VERDICT = 230; // the width of what stands after it
    private static final int TOP = 96;
    private static final int ROW = 28;
    private static final int LABEL = 52; // the least distance between two labels of the scale
    private static final List<Double> GRIDS = List.of(1.1, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0);

    private final Svg svg;
    private final List<Comparison.Row> rows;
    private final double widest;
    private final int plotFrom;
    private final int plotTo;

    private RatioChart(Comparison comparison) {
        rows = comparison.rows().stream().filter(row -> row.speed().isPresent()).toList();
        double needed = rows.stream().mapToDouble(RatioChart::farthest).max().orElse(1);
        widest = GRIDS.stream().filter(grid -> grid >= needed).findFirst().orElse(GRIDS.getLast());
        plotFrom = Svg.widthOf(rows.stream().map(Comparison.Row::name));
        plotTo = plotFrom + PLOT;
        String title =
                "Speed of " + comparison.after() + ", where " + comparison.before() + " is 1" + comparison.suffix();
        svg = new Svg(
                plotTo + VERDICT,
                TOP + ROW * rows.size() + 40,
                title,
                "Lines are 99 % intervals, arrows where they go on. Those that touch the grey band show no difference.");
    }

    /// Returns the chart of a comparison, of its rows that have a ratio.
    static String of(Comparison comparison) {
        return new RatioChart(comparison).draw();
    }

    /// Returns how far from 1 a row has to be shown. An interval of a verdict is shown as a whole. One that
    /// shows nothing may be wide enough to make all others too small to see: beyond twice and half as fast
    /// it ends in an arrow.
    private static double farthest(Comparison.Row row) {
        SpeedRatio speed = row.speed().orElseThrow();
        double end = Math.max(speed.high(), 1 / speed.low());
        double point = Math.max(speed.value(), 1 / speed.value());
        return row.verdict() instanceof Verdict.NoDifferenceShown ? Math.max(point, Math.min(end, 2)) : end;
    }

    private String draw() {
        int bottom = TOP + ROW * rows.size();
        double band = 1 + Verdict.MIN_DIFFERENCE;
        svg.rectangle("band", x(1 / band), TOP - 8, x(band) - x(1 / band), bottom - TOP + 8.0);
        grid(1, "1", bottom);
        double last = Double.POSITIVE_INFINITY;
        for (double grid : GRIDS.reversed()) { // from the end inwards, as many as there is room for
            if (grid <= widest && last - x(grid) > LABEL && x(grid) - x(1) > LABEL) {
                last = x(grid);
                grid(grid, "× " + Rounded.plain(grid), bottom);
                grid(1 / grid, "÷ " + Rounded.plain(grid), bottom);
            }
        }
        svg.text("note", plotFrom, TOP - 18, "◀ slower");
        svg.text("note", plotTo, TOP - 18, "end", "faster ▶");
        for (int row = 0; row < rows.size(); row++) {
            draw(rows.get(row), TOP + ROW * row + ROW / 2.0);
        }
        return svg.toString();
    }

    private void grid(double ratio, String label, int bottom) {
        svg.line(ratio == 1 ? "axis" : "grid", x(ratio), TOP - 8, x(ratio), bottom);
        svg.text("note", x(ratio), bottom + 18.0, "middle", label);
    }

    private void draw(Comparison.Row row, double y) {
        SpeedRatio speed = row.speed().orElseThrow();
        double x = x(speed.value());
        svg.text("label", plotFrom - 10, y + 4, "end", row.name());
        svg.interval("interval", x(speed.low()), x(speed.high()), y);
        if (speed.low() < 1 / widest) {
            svg.tip(plotFrom, y, -5);
        }
        if (speed.high() > widest) {
            svg.tip(plotTo, y, 5);
        }
        switch (row.verdict()) {
            case Verdict.Faster _ -> svg.triangle("point", x, y, 6);
            case Verdict.Slower _ -> svg.triangle("point", x, y, -6);
            default -> svg.circle("open", x, y, 5);
        }
        svg.text("label", plotTo + 12, y + 4, row.verdict().text());
    }

    private double x(double ratio) {
        double share = Math.log(ratio) / Math.log(widest); // from -1 to 1
        double inside = Math.clamp(share, -1, 1);
        return (plotFrom + plotTo) / 2.0 + inside * (plotTo - plotFrom) / 2.0;
    }
}
