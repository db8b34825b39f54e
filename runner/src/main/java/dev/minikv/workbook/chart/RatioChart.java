package dev.minikv.workbook.chart;

import dev.minikv.workbook.compare.Comparison;
import dev.minikv.workbook.compare.Rounded;
import dev.minikv.workbook.compare.SpeedRatio;
import dev.minikv.workbook.compare.Verdict;
import java.util.ArrayList;
import java.util.List;

/// The ratios of speed as points with their 99 % intervals, slower to the left, faster to the right.
///
/// The scale is logarithmic, so that twice as fast is as far from the middle as half as fast. An interval
/// that lies outside the grey band is a verdict.
final class RatioChart {

    private static final int PLOT = 400; // its width
    private static final int ROW = 28;
    private static final int LABEL = 64; // the minimum distance between two labels of the scale
    private static final List<Double> GRIDS = List.of(1.1, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0);

    private final Svg svg;
    private final List<Comparison.Row> rows;
    private final double widest;
    private final int plotFrom;
    private final int plotTo;
    private final int top;

    private RatioChart(Comparison comparison) {
        rows = comparison.rows().stream().filter(row -> row.speed().isPresent()).toList();
        double needed = rows.stream().mapToDouble(RatioChart::farthest).max().orElse(1);
        widest = GRIDS.stream().filter(grid -> grid >= needed).findFirst().orElse(GRIDS.getLast());
        plotFrom = Svg.widthOf(rows.stream().map(Comparison.Row::name));
        plotTo = plotFrom + PLOT;
        var notes = new ArrayList<String>();
        if (!comparison.suffix().isEmpty()) {
            notes.add(comparison.suffix().substring(2));
        }
        notes.add("Lines are 99 % intervals. Triangles are verdicts: the line lies outside the grey band of 3 %.");
        notes.add("A filled circle: the line excludes 1 but enters the band. An open circle: the line includes 1.");
        if (rows.stream().anyMatch(this::isCut)) {
            String end = Rounded.plain(widest);
            notes.add("The scale is cut at ÷ %s and × %s: an arrow goes on as far as the brackets say."
                    .formatted(end, end));
        }
        String title = "Speed of " + comparison.after() + ", where " + comparison.before() + " is 1";
        svg = new Svg(
                plotTo - 8 + Svg.widthOf(rows.stream().map(this::verdict)),
                46 + ROW * Math.max(rows.size(), 1) + 30,
                title,
                notes);
        top = svg.below() + 46;
    }

    /// Returns the chart of a comparison, of its rows that have a ratio.
    static String of(Comparison comparison) {
        return new RatioChart(comparison).draw();
    }

    /// Returns how far from 1 the scale must reach for a row. The interval of a verdict is shown in full.
    /// An interval without a verdict may be so wide that all others would be too small to see; it ends in
    /// an arrow beyond twice or half as fast.
    private static double farthest(Comparison.Row row) {
        SpeedRatio speed = row.speed().orElseThrow();
        double end = Math.max(speed.high(), 1 / speed.low());
        double point = Math.max(speed.value(), 1 / speed.value());
        return row.verdict() instanceof Verdict.NoDifferenceShown ? Math.max(point, Math.min(end, 2)) : end;
    }

    private boolean isCut(Comparison.Row row) {
        SpeedRatio speed = row.speed().orElseThrow();
        return speed.low() < 1 / widest || speed.high() > widest;
    }

    /// Returns the words after a row: its verdict, and its interval if the line is cut.
    private String verdict(Comparison.Row row) {
        String ratio = Rounded.ratio(row.speed());
        return row.verdict().text() + (isCut(row) ? " " + ratio.substring(ratio.indexOf('(')) : "");
    }

    private String draw() {
        if (rows.isEmpty()) {
            svg.text("label", 20, svg.below() + 30.0, Svg.NOTHING);
            return svg.toString();
        }
        int bottom = top + ROW * rows.size();
        double band = 1 + Verdict.MIN_DIFFERENCE;
        svg.rectangle("band", x(1 / band), top - 8, x(band) - x(1 / band), bottom - top + 8.0);
        grid(1, "1", bottom);
        double last = Double.POSITIVE_INFINITY;
        for (double grid : GRIDS.reversed()) { // from the end inwards, as many as there is room for
            if (grid <= widest && last - x(grid) > LABEL && x(grid) - x(1) > LABEL) {
                last = x(grid);
                grid(grid, "× " + Rounded.plain(grid), bottom);
                grid(1 / grid, "÷ " + Rounded.plain(grid), bottom);
            }
        }
        svg.text("note", plotFrom, top - 18, "◀ slower");
        svg.text("note", plotTo, top - 18, "end", "faster ▶");
        for (int row = 0; row < rows.size(); row++) {
            draw(rows.get(row), top + ROW * row + ROW / 2.0);
        }
        return svg.toString();
    }

    private void grid(double ratio, String label, int bottom) {
        svg.line(ratio == 1 ? "axis" : "grid", x(ratio), top - 8, x(ratio), bottom);
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
            case Verdict.SmallDifference _ -> svg.circle("point", x, y, 5);
            default -> svg.circle("open", x, y, 5);
        }
        svg.text("label", plotTo + 12, y + 4, verdict(row));
    }

    private double x(double ratio) {
        double share = Math.log(ratio) / Math.log(widest); // from -1 to 1
        double inside = Math.clamp(share, -1, 1);
        return (plotFrom + plotTo) / 2.0 + inside * (plotTo - plotFrom) / 2.0;
    }
}
