package dev.minikv.workbook.measure;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.words.Near;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What JMH is going to run: known before it starts, and shown to the user, who will wait for it.
///
/// @param benchmarks the parameters of each benchmark, with the values that each takes
/// @param skipped what is not going to run on this machine, and why, in a sentence each
public record BenchmarkPlan(List<Map<String, List<String>>> benchmarks, List<String> skipped) {

    private static final Pattern PARAM = Pattern.compile("\\s+param \"(?<name>.+)\" = \\{(?<values>.*)}");
    private static final String SKIPPED = "skipped: "; // the jar says so before JMH starts
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /// Reads what JMH prints for -lp: a line for each benchmark, and below it one for each parameter.
    static BenchmarkPlan of(List<String> lines) {
        var benchmarks = new ArrayList<Map<String, List<String>>>();
        for (String line : lines.subList(lines.indexOf("Benchmarks: ") + 1, lines.size())) {
            Matcher param = PARAM.matcher(line);
            if (param.matches()) {
                benchmarks
                        .getLast()
                        .put(param.group("name"), List.of(param.group("values").split(", *")));
            } else {
                benchmarks.add(new LinkedHashMap<>());
            }
        }
        return new BenchmarkPlan(
                benchmarks,
                lines.stream().filter(line -> line.startsWith(SKIPPED)).toList());
    }

    /// Returns the plan with only these values of parameters.
    ///
    /// A parameter whose values are numbers takes other numbers, too; a parameter with words takes only
    /// these words.
    ///
    /// @param chosen parameters with values, such as entries=1000,100000
    /// @throws WorkbookException if no benchmark has such a parameter, which JMH would silently ignore, or
    ///     if a value is not valid, which JMH would notice only when it comes to it
    BenchmarkPlan with(List<String> chosen) {
        var known = new TreeMap<String, Set<String>>();
        benchmarks.forEach(benchmark -> benchmark.forEach((name, values) ->
                known.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(values)));
        var values = new LinkedHashMap<String, List<String>>();
        for (String each : chosen) {
            String name = each.substring(0, each.indexOf('='));
            if (!known.containsKey(name)) {
                String there = known.isEmpty() ? "they have none" : "they have: " + String.join(", ", known.keySet());
                throw new WorkbookException("none of these benchmarks has a parameter '%s'; %s".formatted(name, there));
            }
            if (values.containsKey(name)) {
                throw new WorkbookException("-p %s is given twice: separate its values by commas".formatted(name));
            }
            values.put(name, List.of(each.substring(name.length() + 1).split(",", -1)));
            values.get(name).forEach(value -> refuseUnknown(name, value, known.get(name)));
        }
        return new BenchmarkPlan(
                benchmarks.stream()
                        .map(benchmark -> {
                            var own = new LinkedHashMap<>(benchmark);
                            own.replaceAll((name, all) -> values.getOrDefault(name, all));
                            return (Map<String, List<String>>) own;
                        })
                        .toList(),
                skipped);
    }

    private static void refuseUnknown(String name, String value, Set<String> known) {
        boolean isNumeric = known.stream().allMatch(each -> NUMBER.matcher(each).matches());
        if (isNumeric ? !NUMBER.matcher(value).matches() : !known.contains(value)) {
            String there = (isNumeric ? "a number above 0, such as " : "") + Near.or(List.copyOf(known));
            throw new WorkbookException("%s must be %s, not '%s'".formatted(name, there, value));
        }
    }

    /// Returns how many rows there will be: benchmarks, each with every choice of its parameters.
    public int rows() {
        return benchmarks.stream()
                .mapToInt(benchmark ->
                        benchmark.values().stream().mapToInt(List::size).reduce(1, (product, count) -> product * count))
                .sum();
    }

    /// Returns whether it takes so long that the user should confirm it.
    public boolean isLong(Profile profile) {
        return time(profile).compareTo(LONG) > 0;
    }

    /// Returns the minimum time that it takes.
    private Duration time(Profile profile) {
        return profile.timeInJvm().multipliedBy((long) rows() * profile.rounds());
    }

    /// Returns the plan and its minimum time, in words.
    public String text(Profile profile) {
        return "%s %s, each in %s JVMs for %s s: at least %s"
                .formatted(
                        rows(),
                        rows() == 1 ? "row" : "rows",
                        profile.rounds(),
                        BigDecimal.valueOf(profile.timeInJvm().toMillis(), 3)
                                .stripTrailingZeros()
                                .toPlainString(),
                        rounded(time(profile)));
    }

    private static String rounded(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 2
                ? time.toMinutes() + " min"
                : String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
}
