package dev.minikv.workbook.measure;

import dev.minikv.workbook.WorkbookException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What JMH is going to run: known before it begins, and shown to the user who waits for it.
///
/// @param rows how many benchmarks there are, each with every choice of its parameters
/// @param params the names of the parameters that they have
public record BenchmarkPlan(int rows, Set<String> params) {

    private static final Pattern PARAM = Pattern.compile("\\s+param \"(?<name>.+)\" = \\{(?<values>.*)}");

    /// Reads what JMH prints for -lp: a line for each benchmark, and below it one for each parameter.
    static BenchmarkPlan of(List<String> lines) {
        var params = new TreeSet<String>();
        int rows = 0;
        int rowsOfThis = 0;
        for (String line : lines.subList(lines.indexOf("Benchmarks: ") + 1, lines.size())) {
            Matcher param = PARAM.matcher(line);
            if (param.matches()) {
                params.add(param.group("name"));
                rowsOfThis *= param.group("values").split(",").length;
            } else {
                rows += rowsOfThis;
                rowsOfThis = 1;
            }
        }
        return new BenchmarkPlan(rows + rowsOfThis, params);
    }

    /// Refuses a parameter that no benchmark has: JMH would pass over it in silence.
    ///
    /// @param chosen parameters with values, such as entries=1000
    void refuseOthersThan(List<String> chosen) {
        for (String each : chosen) {
            String name = each.substring(0, each.indexOf('='));
            if (!params.contains(name)) {
                String known = params.isEmpty() ? "they have none" : "they have: " + String.join(", ", params);
                throw new WorkbookException("none of these benchmarks has a parameter '%s'; %s".formatted(name, known));
            }
        }
    }

    /// Returns what comes and how long it takes, in words.
    public String text(Profile profile) {
        Duration inJvm = profile.timeInJvm();
        return "%s %s, each in %s JVMs for %s s: %s at least"
                .formatted(
                        rows,
                        rows == 1 ? "row" : "rows",
                        profile.rounds(),
                        BigDecimal.valueOf(inJvm.toMillis(), 3)
                                .stripTrailingZeros()
                                .toPlainString(),
                        rounded(inJvm.multipliedBy((long) rows * profile.rounds())));
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
