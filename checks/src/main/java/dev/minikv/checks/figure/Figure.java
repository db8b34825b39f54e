package dev.minikv.checks.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A number with a unit of measurement in a text, or a verdict of `./workbook compare`.
///
/// @param text what stands there
/// @param bound how exactly it is meant
/// @param number the number; none of a verdict, and none where a cell of a table says that there is none
/// @param error what follows it behind a ±
/// @param interval what follows it in brackets, the lower and the upper end, or nothing
/// @param opensRange whether it is the first of two numbers with a "to" between them
/// @param unit its unit; of a verdict, that of a ratio
public record Figure(
        String text,
        Bound bound,
        Optional<BigDecimal> number,
        Optional<BigDecimal> error,
        List<BigDecimal> interval,
        boolean opensRange,
        Unit unit) {

    /// How exactly a number is meant: to the last digit, unless a word before it says otherwise.
    public enum Bound {
        EXACTLY(""),
        ABOUT("about"),
        AT_LEAST("at least|more than"),
        AT_MOST("at most|less than");

        private final String regex;

        Bound(String regex) {
            this.regex = regex;
        }

        private static Bound of(String words) {
            for (Bound bound : values()) {
                if (words.toLowerCase(Locale.ROOT).matches(bound.regex)) {
                    return bound;
                }
            }
            throw new IllegalArgumentException(words);
        }
    }

    /// A cell that claims nothing.
    static final String NONE = "-";

    private static final double ABOUT = 0.1; // either way

    private static final String DIGITS = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
    private static final String AMOUNT = DIGITS + "(?: ± " + DIGITS + "| \\(" + DIGITS + " to " + DIGITS + "\\))?";

    /// An amount, or several that share a unit: "36, 40 and 61 ns".
    private static final String AMOUNTS = AMOUNT + "(?:, " + AMOUNT + ")*(?:,?(?: to | and | or |–)" + AMOUNT + ")?";

    private static final String BOUND = "(?:\\b(?<bound>(?i:about|at least|more than|at most|less than)) )?";
    private static final String START = BOUND + "(?<![\\p{L}\\d.,])(?<amounts>" + AMOUNTS + ")";

    /// The intervals that statistics speak of are no measurements.
    private static final String NO_INTERVAL = "(?! (?:confidence )?intervals?)";

    private static final Pattern WITH_UNIT =
            Pattern.compile(START + "(?:-|[ \u00a0]{0,2})(?<unit>" + Unit.ANY + ")" + NO_INTERVAL);
    private static final Pattern WITHOUT_UNIT = Pattern.compile(START);

    private static final Pattern VERDICT =
            Pattern.compile("(?:faster|slower) by " + DIGITS + " to " + DIGITS + " %|no difference shown");

    private static final Pattern ONE_AMOUNT = Pattern.compile("(?<amount>(?<number>" + DIGITS + ")(?: ± (?<error>"
            + DIGITS + ")| \\((?<low>" + DIGITS + ") to (?<high>" + DIGITS + ")\\))?)(?<to> to )?");

    private static final String WORDS = "two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|thousand";

    /// What a figure looks like that nobody can look up.
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:twice|half|(?:" + WORDS + ") times) as (?:fast|slow|long|quick|much time)"
                    + "|\\b(?:" + WORDS + "|" + DIGITS + ") times (?:faster|slower|longer|quicker)"
                    + "|\\bhalf the (?:time|bytes|memory)|\\bfactor of (?:" + WORDS + "|" + DIGITS + ")"
                    + "|\\borders? of magnitude",
            Pattern.CASE_INSENSITIVE);

    /// Returns the figures in a text.
    ///
    /// @param verdicts whether those count, too: elsewhere, they may be explained
    public static List<Figure> in(String text, boolean verdicts) {
        var figures = new ArrayList<Figure>();
        String rest = text;
        if (verdicts) {
            // In one pass, or they would not be in their order.
            Matcher verdict = VERDICT.matcher(text);
            int from = 0;
            while (verdict.find()) {
                figures.addAll(withUnits(text.substring(from, verdict.start())));
                figures.add(withoutNumber(verdict.group(), Unit.TIMES));
                from = verdict.end();
            }
            rest = text.substring(from);
        }
        figures.addAll(withUnits(rest));
        return figures;
    }

    /// Returns the figures in a cell of a table: at least one, and be it [#NONE].
    ///
    /// @param unit that of the cell's column
    public static List<Figure> inCell(String cell, Unit unit) {
        List<Figure> figures = in(cell, true);
        if (figures.isEmpty()) {
            Matcher amounts = WITHOUT_UNIT.matcher(cell);
            while (amounts.find()) {
                figures.addAll(of(amounts, unit));
            }
        }
        return figures.isEmpty() ? List.of(withoutNumber(cell, unit)) : figures;
    }

    /// Returns the first words of a text that are a figure to a reader and none to this check.
    public static Optional<String> inWords(String text) {
        Matcher words = IN_WORDS.matcher(text);
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }

    private static List<Figure> withUnits(String text) {
        var figures = new ArrayList<Figure>();
        Matcher amounts = WITH_UNIT.matcher(text);
        while (amounts.find()) {
            figures.addAll(of(amounts, Unit.in(amounts.group("unit")).orElseThrow()));
        }
        return figures;
    }

    /// Returns the figures that share a unit. Each has its own digits for text, the first with the bound
    /// before them, and the last with the unit behind.
    private static List<Figure> of(Matcher amounts, Unit unit) {
        String words = amounts.group("bound");
        Bound bound = words == null ? Bound.EXACTLY : Bound.of(words);
        String all = amounts.group();
        int start = amounts.start("amounts") - amounts.start();
        int end = amounts.end("amounts") - amounts.start();
        var figures = new ArrayList<Figure>();
        Matcher amount = ONE_AMOUNT.matcher(all).region(start, end);
        int from = 0;
        while (amount.find()) {
            String text = all.substring(
                    from == 0 ? 0 : amount.start(), amount.end() == end ? all.length() : amount.end("amount"));
            figures.add(new Figure(
                    text,
                    bound,
                    number(amount.group("number")),
                    number(amount.group("error")),
                    Stream.of("low", "high")
                            .flatMap(name -> number(amount.group(name)).stream())
                            .toList(),
                    amount.group("to") != null,
                    unit));
            from = amount.end();
        }
        return figures;
    }

    private static Figure withoutNumber(String text, Unit unit) {
        return new Figure(text, Bound.EXACTLY, Optional.empty(), Optional.empty(), List.of(), false, unit);
    }

    private static Optional<BigDecimal> number(String digits) {
        return Optional.ofNullable(digits).map(text -> new BigDecimal(text.replace(",", "")));
    }

    /// Whether the number is, as it is written, this one.
    ///
    /// @param actual in the smallest unit of the dimension
    public boolean says(double actual) {
        double inUnit = actual / unit.size();
        double said = number.orElseThrow().doubleValue();
        return switch (bound) {
            case EXACTLY -> isRounded(number.orElseThrow(), inUnit);
            case ABOUT -> Math.abs(said - inUnit) <= ABOUT * inUnit;
            case AT_LEAST -> inUnit >= said;
            case AT_MOST -> inUnit <= said;
        };
    }

    /// Whether a number written in this figure's unit is another one, rounded to as many decimals.
    public boolean isRounded(BigDecimal written, double inUnit) {
        double halfOfTheLastDigit = 0.5 * Math.pow(10, -written.scale());
        return Math.abs(written.doubleValue() - inUnit) <= halfOfTheLastDigit * (1 + 1e-9);
    }
}
