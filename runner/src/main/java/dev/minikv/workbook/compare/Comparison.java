package dev.minikv.workbook.compare;

import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.ResultFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two sets of measurements, row by row: how the second compares with the first.
///
/// @param before the name of the first set, such as "step 1"
/// @param after the name of the second set
/// @param params the parameters that are the same in all rows; the rows do not repeat them
/// @param rows a row for each benchmark of either
public record Comparison(String before, String after, Map<String, String> params, List<Row> rows) {

    /// With fewer samples there is no interval, as in JMH.
    private static final int MIN_SAMPLES = 3;

    /// One benchmark of both sets.
    ///
    /// @param name its name, such as "getHit (size = 1000)"
    /// @param before its measurement in the first set, if there is one
    /// @param after its measurement in the second set, if there is one
    /// @param speed how many times as fast the second is; empty if that would be meaningless
    /// @param verdict what can be concluded
    public record Row(
            String name,
            Optional<Measurement> before,
            Optional<Measurement> after,
            Optional<SpeedRatio> speed,
            Verdict verdict) {}

    /// What two measurements must share to be comparable.
    private record Key(String benchmark, Map<String, String> params) {

        String className() {
            return benchmark.substring(0, benchmark.lastIndexOf('.'));
        }
    }

    /// Compares two files.
    public static Comparison ofFiles(ResultFile before, ResultFile after) {
        String otherOrigin =
                String.join(" and ", before.origin().differences(after.origin()).keySet());
        return of(
                before.name(),
                after.name(),
                byKey(before.measurements(), ""),
                byKey(after.measurements(), ""),
                otherOrigin.isEmpty() ? Optional.empty() : Optional.of("different " + otherOrigin));
    }

    /// Compares two values of a parameter within a file, such as two steps or two engines.
    ///
    /// @return the comparison, or empty if the file has no parameter with both values
    public static Optional<Comparison> ofValues(ResultFile file, String before, String after) {
        return file.measurements().stream()
                .flatMap(measurement -> measurement.params().keySet().stream())
                .distinct()
                .filter(param -> Stream.of(before, after)
                        .noneMatch(value -> with(file, param, value).isEmpty()))
                .findFirst()
                .map(param -> of(
                        param + " " + before,
                        param + " " + after,
                        byKey(with(file, param, before), param),
                        byKey(with(file, param, after), param),
                        Optional.empty()));
    }

    private static List<Measurement> with(ResultFile file, String param, String value) {
        return file.measurements().stream()
                .filter(measurement -> value.equals(measurement.params().get(param)))
                .toList();
    }

    /// Groups measurements by what they measure, ignoring one parameter.
    private static Map<Key, List<Measurement>> byKey(List<Measurement> measurements, String leftAside) {
        return measurements.stream()
                .collect(Collectors.groupingBy(
                        measurement -> {
                            var params = new LinkedHashMap<>(measurement.params());
                            params.remove(leftAside);
                            return new Key(measurement.benchmark(), params);
                        },
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static Comparison of(
            String nameBefore,
            String nameAfter,
            Map<Key, List<Measurement>> befores,
            Map<Key, List<Measurement>> afters,
            Optional<String> otherOrigin) {
        var keys = new LinkedHashSet<>(befores.keySet());
        keys.addAll(afters.keySet());
        boolean oneClass = keys.stream().map(Key::className).distinct().count() == 1;
        Map<String, String> params = inAll(keys);
        var rows = new ArrayList<Row>();
        for (Key key : keys) {
            String name = name(key, oneClass, params);
            var rest = new ArrayList<>(afters.getOrDefault(key, List.of()));
            for (Measurement before : befores.getOrDefault(key, List.of())) {
                Optional<Measurement> after = partner(before, rest);
                after.ifPresent(rest::remove);
                rows.add(after.map(found -> row(name, before, found, otherOrigin))
                        .orElseGet(() -> lone(name, Optional.of(before), Optional.empty(), afters)));
            }
            rest.forEach(after -> rows.add(lone(name, Optional.empty(), Optional.of(after), befores)));
        }
        return new Comparison(nameBefore, nameAfter, params, List.copyOf(rows));
    }

    private static Map<String, String> inAll(Set<Key> keys) {
        var params = new TreeMap<String, String>();
        keys.stream().findFirst().ifPresent(key -> params.putAll(key.params()));
        keys.forEach(key -> params.entrySet().retainAll(key.params().entrySet()));
        return params;
    }

    /// A benchmark may have run in several modes: a measurement in the same mode is the better partner.
    private static Optional<Measurement> partner(Measurement before, List<Measurement> candidates) {
        return candidates.stream()
                .filter(after -> after.mode().equals(before.mode()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static Row lone(
            String name,
            Optional<Measurement> before,
            Optional<Measurement> after,
            Map<Key, List<Measurement>> others) {
        String benchmark = before.or(() -> after).orElseThrow().benchmark();
        boolean withOtherParams =
                others.keySet().stream().anyMatch(key -> key.benchmark().equals(benchmark));
        String where = before.isPresent() ? "only in the first" : "only in the second";
        String reason = where + (withOtherParams ? ", the other has other parameters" : "");
        return new Row(name, before, after, Optional.empty(), new Verdict.NotComparable(reason));
    }

    /// Compares two measurements.
    ///
    /// @param otherOrigin a difference in their origins that shifts every score, if there is one
    public static Row row(String name, Measurement before, Measurement after, Optional<String> otherOrigin) {
        Optional<Verdict> obstacle = otherKind(before, after)
                .or(() -> otherOrigin)
                .<Verdict>map(Verdict.NotComparable::new)
                .or(() -> tooLittle(before).or(() -> tooLittle(after)).map(Verdict.TooLittleData::new));
        Optional<SpeedRatio> speed =
                obstacle.isPresent() ? Optional.empty() : Optional.of(SpeedRatio.of(before, after));
        Verdict verdict = obstacle.orElseGet(() -> Verdict.of(speed.orElseThrow()));
        return new Row(name, Optional.of(before), Optional.of(after), speed, verdict);
    }

    /// Returns how two measurements differ in kind, if they do.
    private static Optional<String> otherKind(Measurement before, Measurement after) {
        return different("mode", before.mode(), after.mode())
                .or(() -> different("unit", before.unit(), after.unit()))
                .or(() -> different("number of threads", before.threads(), after.threads()))
                .or(() -> different("JVM options", before.jvmArgs(), after.jvmArgs())
                        .map(_ -> "different JVM options")); // too long to show
    }

    private static Optional<String> different(String what, Object before, Object after) {
        return Objects.equals(before, after)
                ? Optional.empty()
                : Optional.of("different %s, %s and %s".formatted(what, before, after));
    }

    private static Optional<String> tooLittle(Measurement measurement) {
        if (measurement.samples() < MIN_SAMPLES) {
            return Optional.of("fewer than %s samples".formatted(MIN_SAMPLES));
        }
        if (measurement.forks().size() < 2) {
            return Optional.of("a single fork");
        }
        return Score.hasLogarithms(measurement) ? Optional.empty() : Optional.of("a sample of zero");
    }

    private static String name(Key key, boolean oneClass, Map<String, String> paramsOfAll) {
        String type = key.className();
        String hidden = oneClass ? type : type.substring(0, type.lastIndexOf('.'));
        var own = new TreeMap<>(key.params());
        own.keySet().removeAll(paramsOfAll.keySet());
        return key.benchmark().substring(hidden.length() + 1) + (own.isEmpty() ? "" : " (" + text(own) + ")");
    }

    private static String text(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> param.getKey() + " = " + param.getValue())
                .collect(Collectors.joining(", "));
    }

    /// Returns the end of a title, with the parameters of all rows; often nothing.
    public String suffix() {
        return params.isEmpty() ? "" : ", all with " + text(params);
    }
}
