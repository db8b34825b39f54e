package dev.minikv.checks.figure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A number in round words, and the range of numbers that they may stand for.
///
/// @param unit what it counts: `ns` or `bytes`, or nothing if it is a ratio
/// @param tail what it is a ratio of: `as fast` is the other way round than `as long`
record Rounding(String unit, double low, double high, String tail) {

    private static final double ROUND = 0.1; // either way
    private static final double BOUND = 0.25; // more than twice is less than two and a half times

    /// All words for ratios that there are.
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

    private static final Map<String, Double> UNITS =
            Map.of("ns", 1.0, "µs", 1e3, "ms", 1e6, "bytes", 1.0, "times", 1.0);

    private static final Pattern WORDS = Pattern.compile("(?:(?<bound>about|nearly|more than|less than) )?(?:(?<ratio>"
            + String.join("|", RATIOS.keySet())
            + ")|(?<digits>\\d[\\d,]*(?:\\.\\d+)?) (?<unit>"
            + String.join("|", UNITS.keySet())
            + "))(?<tail>(?: as)? (?:fast|long|much|many)| of|)");

    /// Reads words such as "about twice as fast", "a third of", "1.8 µs".
    static Optional<Rounding> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        if (RANGES.containsKey(lower)) {
            return Optional.of(RANGES.get(lower));
        }
        Matcher words = WORDS.matcher(lower);
        return words.matches() ? Optional.of(of(words)) : Optional.empty();
    }

    private static Rounding of(MatchResult words) {
        String bound = Optional.ofNullable(words.group("bound")).orElse("");
        String unit = Optional.ofNullable(words.group("unit")).orElse("times");
        double number;
        double margin;
        if (words.group("ratio") == null) {
            var digits = new BigDecimal(words.group("digits").replace(",", ""));
            number = digits.doubleValue() * UNITS.get(unit);
            margin = 0.5 * Math.pow(10, -digits.scale()) * UNITS.get(unit); // half of the last digit
        } else {
            number = RATIOS.get(words.group("ratio"));
            margin = ROUND * number;
        }
        double low = number - (bound.equals("about") ? ROUND * number : margin);
        double high = number + (bound.equals("about") ? ROUND * number : margin);
        String base = unit.replaceAll("[µm]s", "ns").replace("times", "");
        return switch (bound) {
            case "more than" -> new Rounding(base, number, (1 + BOUND) * number, words.group("tail"));
            case "less than", "nearly" -> new Rounding(base, (1 - BOUND) * number, number, words.group("tail"));
            default -> new Rounding(base, low, high, words.group("tail"));
        };
    }

    boolean isOfSpeeds() {
        return tail.endsWith("fast") || tail.endsWith("long");
    }

    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
