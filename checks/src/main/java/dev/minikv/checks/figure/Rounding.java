package dev.minikv.checks.figure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A number in round words, as the range of numbers that they may stand for.
///
/// @param unit its unit, `ns` or `bytes`, or nothing for a ratio
/// @param tail the words that say what it is a ratio of: `as fast` is the inverse of `as long`
record Rounding(String unit, double low, double high, String tail) {

    private static final double ROUND = 0.1; // either way
    private static final double BOUND = 0.25; // more than twice is less than two and a half times

    /// All words for ratios.
    private static final Map<String, Double> RATIOS = Pattern.compile("([a-z ]+\\b) ([\\d.]+)(?:, |$)")
            .matcher("as 1, the same 1, half as much again 1.5, twice 2, two and a half times 2.5, three times 3,"
                    + " four times 4, five times 5, six times 6, seven times 7, eight times 8, nine times 9,"
                    + " ten times 10, fifteen times 15, twenty times 20, thirty times 30, forty times 40,"
                    + " fifty times 50, a hundred times 100, three quarters 0.75, two thirds 0.667,"
                    + " three fifths 0.6, half 0.5, a third 0.333, a quarter 0.25, a fifth 0.2, a tenth 0.1,"
                    + " a twentieth 0.05, a thirtieth 0.0333, a fortieth 0.025, a hundredth 0.01")
            .results()
            .collect(Collectors.toMap(word -> word.group(1).strip(), word -> Double.valueOf(word.group(2))));

    private static final Map<String, Rounding> RANGES = Map.of(
            "a little more than", new Rounding("", 1.03, 1.25, ""),
            "nearly all", new Rounding("", 0.9, 1, ""),
            "a few percent", new Rounding("", 0.02, 0.07, ""));

    private static final String BOUNDS = "(?<bound>about|nearly|more than|less than) ";

    private static final Pattern RATIO =
            Pattern.compile("(?:%s)?(?<number>%s)(?<tail>(?: as)? (?:fast|long|much|many)| of|)"
                    .formatted(BOUNDS, String.join("|", RATIOS.keySet())));

    private static final Pattern AMOUNT =
            Pattern.compile(BOUNDS + "(?<number>\\d[\\d,]*(?:\\.\\d+)?) (?<unit>ns|bytes)");

    /// Reads words such as "about twice as fast", "a third of", "about 150 bytes".
    static Optional<Rounding> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        Matcher ratio = RATIO.matcher(lower);
        if (ratio.matches()) {
            return Optional.of(of(ratio.group("bound"), RATIOS.get(ratio.group("number")), "", ratio.group("tail")));
        }
        Matcher amount = AMOUNT.matcher(lower);
        if (amount.matches()) {
            double number = Double.parseDouble(amount.group("number").replace(",", ""));
            return Optional.of(of(amount.group("bound"), number, amount.group("unit"), ""));
        }
        return Optional.ofNullable(RANGES.get(lower));
    }

    private static Rounding of(String bound, double number, String unit, String tail) {
        return switch (bound) {
            case "more than" -> new Rounding(unit, number, (1 + BOUND) * number, tail);
            case "less than", "nearly" -> new Rounding(unit, (1 - BOUND) * number, number, tail);
            case null, default -> new Rounding(unit, (1 - ROUND) * number, (1 + ROUND) * number, tail);
        };
    }

    boolean isOfSpeeds() {
        return tail.endsWith("fast") || tail.endsWith("long");
    }

    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
