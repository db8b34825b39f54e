package dev.minikv.checks.figure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A number in round words, and how far the number that they stand for may lie from it.
///
/// @param unit what it counts: `ns` or `bytes`, or nothing if it is a ratio
/// @param low the least that it stands for
/// @param high the most
/// @param tail what it is a ratio of: `as fast` is the other way round than `as long`
record Rounding(String unit, double low, double high, String tail) {

    private static final double ROUND = 0.1; // either way
    private static final double BOUND = 0.25; // more than twice is less than two and a half times

    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("as", 1.0),
            Map.entry("the same", 1.0),
            Map.entry("half as much again", 1.5),
            Map.entry("twice", 2.0),
            Map.entry("two and a half times", 2.5),
            Map.entry("three times", 3.0),
            Map.entry("four times", 4.0),
            Map.entry("five times", 5.0),
            Map.entry("six times", 6.0),
            Map.entry("seven times", 7.0),
            Map.entry("eight times", 8.0),
            Map.entry("nine times", 9.0),
            Map.entry("ten times", 10.0),
            Map.entry("fifteen times", 15.0),
            Map.entry("twenty times", 20.0),
            Map.entry("thirty times", 30.0),
            Map.entry("forty times", 40.0),
            Map.entry("fifty times", 50.0),
            Map.entry("a hundred times", 100.0),
            Map.entry("three quarters", 3.0 / 4),
            Map.entry("two thirds", 2.0 / 3),
            Map.entry("three fifths", 3.0 / 5),
            Map.entry("half", 1.0 / 2),
            Map.entry("a third", 1.0 / 3),
            Map.entry("a quarter", 1.0 / 4),
            Map.entry("a fifth", 1.0 / 5),
            Map.entry("a tenth", 1.0 / 10),
            Map.entry("a twentieth", 1.0 / 20),
            Map.entry("a thirtieth", 1.0 / 30),
            Map.entry("a fortieth", 1.0 / 40),
            Map.entry("a hundredth", 1.0 / 100));

    /// Words for a range of their own.
    private static final Map<String, Rounding> RANGES = Map.of(
            "a little more than", new Rounding("", 1.03, 1.25, ""),
            "nearly all", new Rounding("", 0.9, 1, ""),
            "a few percent", new Rounding("", 0.02, 0.07, ""));

    private static final Map<String, Double> UNITS = Map.of("ns", 1.0, "µs", 1e3, "ms", 1e6, "bytes", 1.0);

    private static final String ANY_NUMBER = Stream.concat(NUMBERS.keySet().stream(), RANGES.keySet().stream())
            .sorted((one, other) -> other.length() - one.length())
            .collect(Collectors.joining("|"));

    private static final Pattern WORDS = Pattern.compile("(?:(?<bound>about|nearly|more than|less than) )?(?:(?<number>"
            + ANY_NUMBER
            + ")|(?<digits>\\d[\\d,]*(?:\\.\\d+)?) (?<unit>ns|µs|ms|bytes|times))"
            + "(?<tail> ?(?:as )?(?:fast|long|much|many)| of(?: .*)?|)");

    /// Reads words such as "about twice as fast", "a third of", "1.8 µs".
    static Optional<Rounding> of(String text) {
        Matcher words = WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            return Optional.empty();
        }
        String bound = words.group("bound") == null ? "" : words.group("bound");
        String tail = words.group("tail").strip();
        if (words.group("number") == null) {
            double size = UNITS.getOrDefault(words.group("unit"), 1.0);
            String digits = words.group("digits").replace(",", "");
            double halfOfTheLastDigit = 0.5 * size * Math.pow(10, -new BigDecimal(digits).scale());
            String unit = words.group("unit").replaceAll("[µm]s", "ns").replace("times", "");
            return Optional.of(of(unit, bound, size * Double.parseDouble(digits), halfOfTheLastDigit, tail));
        }
        Rounding range = RANGES.get(words.group("number"));
        if (range != null) {
            return bound.isEmpty() ? Optional.of(range) : Optional.empty();
        }
        double number = NUMBERS.get(words.group("number"));
        return Optional.of(of("", bound, number, ROUND * number, tail));
    }

    private static Rounding of(String unit, String bound, double number, double margin, String tail) {
        return switch (bound) {
            case "about" -> new Rounding(unit, (1 - ROUND) * number, (1 + ROUND) * number, tail);
            case "more than" -> new Rounding(unit, number, (1 + BOUND) * number, tail);
            case "less than", "nearly" -> new Rounding(unit, (1 - BOUND) * number, number, tail);
            default -> new Rounding(unit, number - margin, number + margin, tail);
        };
    }

    boolean holds(double value) {
        return low <= value && value <= high;
    }
}
