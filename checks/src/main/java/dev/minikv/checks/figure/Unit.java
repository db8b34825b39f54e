package dev.minikv.checks.figure;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A unit of measurement, as pages write it.
public enum Unit {
    NANOSECOND("ns(?:/op)?|nanoseconds?", Dimension.TIME, 1),
    MICROSECOND("[µμu]s(?:/op)?|microseconds?", Dimension.TIME, 1e3),
    MILLISECOND("ms(?:/op)?|milliseconds?", Dimension.TIME, 1e6),
    BYTE("B/op|bytes?", Dimension.MEMORY, 1),
    KILOBYTE("[kK]B", Dimension.MEMORY, 1e3),
    MEGABYTE("MB", Dimension.MEMORY, 1e6),
    GIGABYTE("GB", Dimension.MEMORY, 1e9),
    KIBIBYTE("KiB", Dimension.MEMORY, 1L << 10),
    MEBIBYTE("MiB", Dimension.MEMORY, 1L << 20),
    GIBIBYTE("GiB", Dimension.MEMORY, 1L << 30),
    TIMES("times|×(?! ?[\\d(])|x|fold|speed|ratio", Dimension.RATIO, 1),
    PERCENT("%|percent|per cent", Dimension.RATIO, 0.01),
    CYCLE("cycles?", Dimension.UNKNOWN, 1);

    /// What can be converted into each other.
    public enum Dimension {
        TIME,
        MEMORY,
        RATIO,
        /// What no results file has.
        UNKNOWN
    }

    /// Matches any unit as a word of its own.
    static final String ANY =
            Arrays.stream(values()).map(unit -> unit.regex).collect(Collectors.joining("|", "(?:", ")(?![\\p{L}\\d])"));

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])" + ANY);

    private final String regex;
    private final Dimension dimension;
    private final double size;

    Unit(String regex, Dimension dimension, double size) {
        this.regex = regex;
        this.dimension = dimension;
        this.size = size;
    }

    /// Returns the smallest unit of a dimension.
    public static Unit smallest(Dimension dimension) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension && unit.size == 1)
                .findFirst()
                .orElseThrow();
    }

    /// Returns the first unit in a text.
    public static Optional<Unit> in(String text) {
        Matcher word = WORD.matcher(text);
        return word.find() ? Optional.of(of(word.group())) : Optional.empty();
    }

    private static Unit of(String name) {
        return Arrays.stream(values())
                .filter(unit -> name.matches(unit.regex))
                .findFirst()
                .orElseThrow();
    }

    Dimension dimension() {
        return dimension;
    }

    /// Returns how much of the smallest unit of its dimension it is.
    public double size() {
        return size;
    }
}
