package dev.minikv.checks.figure;

import dev.minikv.checks.figure.Unit.Dimension;
import dev.minikv.workbook.compare.SpeedRatio;
import dev.minikv.workbook.compare.Verdict;
import java.util.List;
import java.util.Locale;

/// What results files say to one item of a [Marker].
public sealed interface Answer {

    /// Whether a figure is true.
    boolean agreesWith(Figure figure);

    /// Says it as a figure in a certain unit could have it.
    String in(Unit unit);

    /// Says it in whatever unit it has.
    String inItsUnit();

    /// A score, or what is computed from several.
    ///
    /// @param value in the smallest unit of its dimension
    /// @param error half the width of its 99.9 % interval, or NaN
    record Amount(double value, double error, Dimension dimension) implements Answer {

        @Override
        public boolean agreesWith(Figure figure) {
            boolean saysError = figure.error().isEmpty()
                    || figure.isRounded(
                            figure.error().get(), error / figure.unit().size());
            return figure.number().isPresent()
                    && figure.interval().isEmpty()
                    && figure.unit().dimension() == dimension
                    && figure.says(value)
                    && saysError;
        }

        @Override
        public String in(Unit unit) {
            if (unit.dimension() != dimension) {
                return "something else: " + dimension.name().toLowerCase(Locale.ROOT);
            }
            double inUnit = value / unit.size();
            String number = number(inUnit, inUnit);
            return Double.isNaN(error) ? number : number + " ± " + number(error / unit.size(), inUnit);
        }

        @Override
        public String inItsUnit() {
            return in(Unit.smallest(dimension));
        }
    }

    /// What `./workbook compare` says of two rows.
    record Speed(SpeedRatio ratio, Verdict verdict) implements Answer {

        @Override
        public boolean agreesWith(Figure figure) {
            if (figure.number().isEmpty()) {
                return figure.text().equals(verdict.text());
            }
            List<Double> ends = List.of(ratio.low(), ratio.high());
            boolean saysInterval = true;
            for (int i = 0; i < figure.interval().size(); i++) {
                saysInterval &= figure.isRounded(figure.interval().get(i), ends.get(i));
            }
            return figure.unit() == Unit.TIMES
                    && figure.error().isEmpty()
                    && figure.says(ratio.value())
                    && saysInterval;
        }

        /// Whether two figures with a "to" between them are the ends of the interval.
        boolean reachesFrom(Figure low, Figure high) {
            return low.unit() == Unit.TIMES && low.says(ratio.low()) && high.says(ratio.high());
        }

        @Override
        public String in(Unit unit) {
            return "%s (%s to %s), %s"
                    .formatted(
                            number(ratio.value(), ratio.value()),
                            number(ratio.low(), ratio.low()),
                            number(ratio.high(), ratio.high()),
                            verdict.text());
        }

        @Override
        public String inItsUnit() {
            return in(Unit.TIMES);
        }
    }

    /// A figure that nobody measured here, and the reason why it may stand there.
    record Given(String text, String reason) implements Answer {

        private static final int FEWEST_WORDS = 3;

        @Override
        public boolean agreesWith(Figure figure) {
            return figure.text().equals(text) && reason.split(" ").length >= FEWEST_WORDS;
        }

        @Override
        public String in(Unit unit) {
            return text + ", with a reason of %d words or more: '%s'".formatted(FEWEST_WORDS, reason);
        }

        @Override
        public String inItsUnit() {
            return text;
        }
    }

    /// Returns a number with as many decimals as suit another.
    private static String number(double value, double other) {
        int decimals = other >= 1000 ? 0 : other >= 100 ? 1 : other >= 10 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
