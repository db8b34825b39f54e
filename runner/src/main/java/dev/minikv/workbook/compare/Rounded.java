package dev.minikv.workbook.compare;

import dev.minikv.workbook.measure.Measurement;
import java.util.Locale;
import java.util.Optional;

/// Numbers as the table, the report and the charts print them: no more digits than are of use.
public final class Rounded {

    private static final String NONE = "-";

    private Rounded() {}

    /// Returns a score with its interval, such as "12.34 (11.80 to 12.90)", or "-" where there is none.
    public static String score(Optional<Measurement> measurement) {
        return measurement.map(Score::of).map(Rounded::score).orElse(NONE);
    }

    private static String score(Score score) {
        String format = "%,." + decimals(score.value()) + "f";
        return String.format(
                Locale.ROOT,
                score.hasInterval() ? format + " (" + format + " to " + format + ")" : format,
                score.value(),
                score.low(),
                score.high());
    }

    /// Returns a score as JMH itself prints it, the mean of all samples with a 99.9 % interval: "12.34 ±
    /// 0.56".
    public static String mean(Measurement measurement) {
        String format = "%,." + decimals(measurement.score()) + "f";
        return String.format(Locale.ROOT, format + " ± " + format, measurement.score(), measurement.error());
    }

    /// Returns a ratio with its interval, such as "1.52 (1.40 to 1.66)", or "-" where there is none.
    public static String ratio(Optional<SpeedRatio> ratio) {
        return ratio.map(speed ->
                        "%s (%s to %s)".formatted(digits(speed.value()), digits(speed.low()), digits(speed.high())))
                .orElse(NONE);
    }

    private static String digits(double ratio) {
        return String.format(
                Locale.ROOT, ratio >= 100 ? "%,.0f" : ratio >= 10 ? "%.1f" : ratio >= 0.1 ? "%.2f" : "%.3f", ratio);
    }

    /// Returns the unit of a row, of both if they differ.
    public static String unit(Comparison.Row row) {
        String before = row.before().map(Measurement::unit).orElse("");
        String after = row.after().map(Measurement::unit).orElse("");
        return before.isEmpty() || before.equals(after) ? after : after.isEmpty() ? before : before + ", " + after;
    }

    /// Returns a number with the decimals that it has, and none if it is whole.
    public static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : "" + number;
    }

    private static int decimals(double score) {
        return score >= 1000 ? 0 : score >= 100 ? 1 : score >= 10 ? 2 : 3;
    }
}
