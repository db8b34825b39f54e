package dev.minikv.step04.exercise4;

import static dev.minikv.step04.exercise4.Comparison.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step04.exercise4.Verdict.Faster;
import dev.minikv.step04.exercise4.Verdict.NoDifferenceShown;
import dev.minikv.step04.exercise4.Verdict.NotComparable;
import dev.minikv.step04.exercise4.Verdict.Slower;
import dev.minikv.step04.exercise4.Verdict.TooLittleData;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.4")
class SayWhatTheNumbersSayTest {

    private static final Map<String, String> SMALL = Map.of("entries", "1000");
    private static final Map<String, String> BIG = Map.of("entries", "1000000");

    @Test
    void what_is_equal_is_comparable() {
        var before = jmh("get", "avgt", SMALL, "ns/op");
        var after = jmh("get", "avgt", SMALL, "ns/op");

        assertThat(verdict(before, after))
                .as("all four are equal, although two files hold two objects for each text")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void another_benchmark_is_not_comparable() {
        var before = jmh("get", "avgt", SMALL, "ns/op");
        var after = jmh("set", "thrpt", BIG, "ops/ms");

        assertThat(verdict(before, after))
                .as("benchmark, mode, params, unit: the first of them that differs is named")
                .isEqualTo(new NotComparable("benchmark"));
    }

    @Test
    void another_mode_is_not_comparable() {
        var before = jmh("get", "avgt", SMALL, "ns/op");
        var after = jmh("get", "thrpt", BIG, "ops/ms");

        assertThat(verdict(before, after))
                .as("benchmark, mode, params, unit: the first of them that differs is named")
                .isEqualTo(new NotComparable("mode"));
    }

    @Test
    void other_parameters_are_not_comparable() {
        var before = jmh("get", "avgt", SMALL, "ns/op");
        var after = jmh("get", "avgt", BIG, "us/op");

        assertThat(verdict(before, after))
                .as("benchmark, mode, params, unit: the first of them that differs is named")
                .isEqualTo(new NotComparable("params"));
    }

    @Test
    void another_unit_is_not_comparable() {
        assertThat(List.of(
                        verdict(jmh("get", "thrpt", SMALL, "ops/ms"), jmh("get", "thrpt", SMALL, "ops/us")),
                        verdict(jmh("get", "avgt", SMALL, "ns/op"), jmh("get", "avgt", SMALL, "us/op")),
                        verdict(jmh("get", "avgt", SMALL, "s/op"), jmh("get", "avgt", SMALL, "ns/op"))))
                .as("units have to be equal, from the first letter to the last: they are not converted")
                .isEqualTo(Collections.nCopies(3, new NotComparable("unit")));
    }

    @Test
    void names_are_equal_or_not() {
        assertThat(List.of(
                        verdict(jmh("get", "avgt", SMALL, "ns/op"), jmh("getMiss", "avgt", SMALL, "ns/op")),
                        verdict(jmh("getMiss", "avgt", SMALL, "ns/op"), jmh("getmiss", "avgt", SMALL, "ns/op")),
                        verdict(jmh("get", "avgt", SMALL, "ns/op"), jmh("get", "sample", SMALL, "ns/op"))))
                .as("benchmarks and modes have to be equal, and not only alike")
                .isEqualTo(List.of(
                        new NotComparable("benchmark"), new NotComparable("benchmark"), new NotComparable("mode")));
    }

    @Test
    void parameters_have_names() {
        var before = with(Map.of("entries", "10"));
        var after = with(Map.of("length", "10"));

        assertThat(verdict(before, after))
                .as("a value says nothing without the name of what has it")
                .isEqualTo(new NotComparable("params"));
    }

    @Test
    void a_parameter_on_one_side_is_a_difference() {
        var none = with(Map.of());
        var one = with(Map.of("entries", "10"));

        assertThat(List.of(verdict(none, one), verdict(one, none)))
                .as("parameters are equal if both sides have the same ones, set to the same")
                .isEqualTo(List.of(new NotComparable("params"), new NotComparable("params")));
    }

    @Test
    void every_parameter_counts() {
        var before = with(Map.of("engine", "hash", "entries", "10", "keys", "fresh"));

        assertThat(List.of(
                        verdict(before, with(Map.of("engine", "tree", "entries", "10", "keys", "fresh"))),
                        verdict(before, with(Map.of("engine", "hash", "entries", "1", "keys", "fresh"))),
                        verdict(before, with(Map.of("engine", "hash", "entries", "10", "keys", "held")))))
                .as("all parameters have to be equal, and not only one of them")
                .isEqualTo(Collections.nCopies(3, new NotComparable("params")));
    }

    @Test
    void parameters_have_no_order() {
        var before = with(inOrder("engine", "hash", "entries", "10"));
        var after = with(inOrder("entries", "10", "engine", "hash"));

        assertThat(verdict(before, after))
                .as("parameters are equal in whatever order they stand")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void two_forks_are_too_little() {
        var two = nanos(steady(100, 101));
        var four = nanos(steady(49, 50, 51, 52));

        assertThat(List.of(verdict(two, four), verdict(four, two), verdict(two, two)))
                .as("it takes three forks on either side, however many iterations they have")
                .isEqualTo(Collections.nCopies(3, new TooLittleData()));
    }

    @Test
    void more_data_would_not_make_them_comparable() {
        var before = nanos(steady(100));
        var after = ops(steady(100));

        assertThat(verdict(before, after))
                .as("what cannot be compared is not comparable, however little of it there is")
                .isEqualTo(new NotComparable("mode"));
    }

    @Test
    void means_alone_show_nothing() {
        var before = nanos(shaky(196, 200, 204));
        var after = nanos(shaky(189, 193, 197));

        assertThat(verdict(before, after))
                .as("190.1 to 209.9 and 183.1 to 202.9 share values: the means may differ by chance")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void less_time_is_faster() {
        var more = nanos(steady(99, 100, 101));
        var less = nanos(steady(49, 50, 51));

        assertThat(List.of(verdict(more, less), verdict(less, more)))
                .as("97.5 to 102.5 and 47.5 to 52.5 share no value: less time is faster, more is slower")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void more_operations_are_faster() {
        var less = ops(steady(49, 50, 51));
        var more = ops(steady(99, 100, 101));

        assertThat(List.of(verdict(less, more), verdict(more, less)))
                .as("mode thrpt counts operations per unit of time: more is faster, less is slower")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void every_other_mode_is_a_time() {
        var more = steady(99, 100, 101);
        var less = steady(49, 50, 51);

        assertThat(Stream.of("ss", "sample", "all")
                        .map(mode -> verdict(in(mode, "ns/op", more), in(mode, "ns/op", less)))
                        .toList())
                .as("whatever the mode, if it is not thrpt then less is faster")
                .isEqualTo(List.of(new Faster(), new Faster(), new Faster()));
    }

    @Test
    void the_mode_decides_and_not_the_unit() {
        var more = steady(99, 100, 101);
        var less = steady(49, 50, 51);

        assertThat(List.of(
                        verdict(in("thrpt", "MB/sec", less), in("thrpt", "MB/sec", more)),
                        verdict(in("thrpt", "hits/op", less), in("thrpt", "hits/op", more)),
                        verdict(in("avgt", "s", more), in("avgt", "s", less)),
                        verdict(in("avgt", "ops", more), in("avgt", "ops", less))))
                .as("a unit may be called anything: in thrpt more is faster, otherwise less")
                .isEqualTo(Collections.nCopies(4, new Faster()));
    }

    @Test
    void iterations_do_not_stand_in_for_forks() {
        var more = nanos(steady(100, 110, 120));
        var less = nanos(steady(85, 95, 105));

        assertThat(List.of(verdict(more, less), verdict(less, more)))
                .as("a fork counts as one value, its mean: 85.2 to 134.8 and 70.2 to 119.8 share values,"
                        + " however well the iterations agree")
                .isEqualTo(List.of(new NoDifferenceShown(), new NoDifferenceShown()));
    }

    @Test
    void iterations_do_not_widen_the_interval() {
        var more = nanos(steady(99, 100, 101));
        var less = nanos(shaky(89, 90, 91));

        assertThat(List.of(verdict(more, less), verdict(less, more)))
                .as("a fork counts as one value, its mean: 97.5 to 102.5 and 87.5 to 92.5 share no value,"
                        + " however much the iterations differ")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void few_forks_make_a_wide_interval() {
        var before = nanos(shaky(196, 200, 204));
        var after = nanos(shaky(178, 182, 186));

        assertThat(verdict(before, after))
                .as("with t for three values, they reach from 190.1 to 209.9 and from 172.1 to 191.9")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void scatter_is_counted_from_the_mean() {
        var wide = nanos(steady(100, 100, 130));
        var near = nanos(steady(65, 66, 67));
        var far = nanos(steady(59, 60, 61));

        assertThat(List.of(verdict(wide, near), verdict(wide, far)))
                .as("100, 100, 130 reach from 67.0 to 153.0; 65, 66, 67 from 63.5 to 68.5;"
                        + " and 59, 60, 61 from 57.5 to 62.5")
                .isEqualTo(List.of(new NoDifferenceShown(), new Faster()));
    }

    @Test
    void more_forks_make_a_narrower_interval() {
        var few = nanos(steady(99, 100, 101));
        var many = nanos(four(steady(91, 95, 99)));

        assertThat(List.of(verdict(few, many), verdict(many, few)))
                .as("each interval goes by the number of its own forks: three reach from 97.5 to 102.5,"
                        + " and twelve from 92.8 to 97.2")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void an_interval_may_lie_inside_the_other() {
        var few = nanos(steady(90, 100, 110));
        var many = nanos(four(steady(109, 110, 111)));

        assertThat(List.of(verdict(few, many), verdict(many, few)))
                .as("75.2 to 124.8 has all of 109.4 to 110.6 in it, so they share values")
                .isEqualTo(List.of(new NoDifferenceShown(), new NoDifferenceShown()));
    }

    @Test
    void intervals_that_touch_share_a_value() {
        var before = nanos(steady(100, 100, 100));
        var after = nanos(shaky(100, 100, 100));

        assertThat(verdict(before, after))
                .as("all forks have the mean 100: both intervals reach from 100 to 100")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void a_small_difference_is_one_too() {
        assertThat(List.of(
                        verdict(nanos(steady(1000, 1000.1, 1000.2)), nanos(steady(998, 998.1, 998.2))),
                        verdict(nanos(steady(0.201, 0.202, 0.203)), nanos(steady(0.191, 0.192, 0.193))),
                        verdict(nanos(steady(0.201, 0.202, 0.203)), nanos(steady(0.198, 0.199, 0.2)))))
                .as("only the intervals decide, and not how large the difference is: the first two pairs share"
                        + " no value, and the last, 0.1995 to 0.2045 and 0.1965 to 0.2015, do")
                .isEqualTo(List.of(new Faster(), new Faster(), new NoDifferenceShown()));
    }

    @Test
    void each_number_of_forks_has_its_interval() {
        assertThat(List.of(
                        verdict(nanos(pairs(2, 100)), nanos(pairs(2, 103.6))),
                        verdict(nanos(pairs(2, 100)), nanos(pairs(2, 103.8))),
                        verdict(nanos(pairs(3, 100)), nanos(pairs(3, 102.2))),
                        verdict(nanos(pairs(3, 100)), nanos(pairs(3, 102.4))),
                        verdict(nanos(pairs(5, 100)), nanos(pairs(5, 101.45))),
                        verdict(nanos(pairs(5, 100)), nanos(pairs(5, 101.55))),
                        verdict(nanos(pairs(8, 100)), nanos(pairs(8, 101.1))),
                        verdict(nanos(pairs(8, 100)), nanos(pairs(8, 101.2)))))
                .as("forks of 99 and 101 by turns reach as far as this from 100: four 1.84, six 1.15,"
                        + " ten 0.75, sixteen 0.58")
                .isEqualTo(List.of(
                        new NoDifferenceShown(), new Slower(),
                        new NoDifferenceShown(), new Slower(),
                        new NoDifferenceShown(), new Slower(),
                        new NoDifferenceShown(), new Slower()));
    }

    @Test
    void verdicts_come_from_the_samples() {
        var a = nanos(steady(51, 52, 53));
        var b = nanos(steady(43, 44, 45));
        var c = nanos(steady(31, 41, 51));

        assertThat(List.of(verdict(a, b), verdict(a, c)))
                .as("any samples will do, not only those of the examples")
                .isEqualTo(List.of(new Faster(), new NoDifferenceShown()));
    }

    private static Measurement nanos(List<List<Double>> forks) {
        return in("avgt", "ns/op", forks);
    }

    private static Measurement ops(List<List<Double>> forks) {
        return in("thrpt", "ops/ms", forks);
    }

    private static Measurement in(String mode, String unit, List<List<Double>> forks) {
        return readFromAFile("get", mode, SMALL, unit, forks);
    }

    private static Measurement with(Map<String, String> params) {
        return jmh("get", "avgt", params, "ns/op");
    }

    /// Returns what JMH may have measured: samples enough, and the same ones whatever it is of.
    private static Measurement jmh(String benchmark, String mode, Map<String, String> params, String unit) {
        return readFromAFile(benchmark, mode, params, unit, steady(99, 100, 101));
    }

    /// Returns a measurement whose texts are objects of its own.
    private static Measurement readFromAFile(
            String benchmark, String mode, Map<String, String> params, String unit, List<List<Double>> forks) {
        var ownParams = new LinkedHashMap<String, String>();
        params.forEach((name, value) -> ownParams.put(new String(name), new String(value)));
        return new Measurement(new String(benchmark), new String(mode), ownParams, new String(unit), forks);
    }

    /// Returns two parameters, in this order.
    private static Map<String, String> inOrder(String name, String value, String otherName, String otherValue) {
        var params = new LinkedHashMap<String, String>();
        params.put(name, value);
        params.put(otherName, otherValue);
        return params;
    }

    /// Returns a fork for each of these means, with iterations that agree.
    private static List<List<Double>> steady(double... means) {
        return forks(means, means[0] / 1000);
    }

    /// Returns a fork for each of these means, with iterations that differ.
    private static List<List<Double>> shaky(double... means) {
        return forks(means, 15);
    }

    private static List<List<Double>> forks(double[] means, double apart) {
        return Arrays.stream(means)
                .mapToObj(mean -> List.of(mean - apart, mean - apart, mean + 2 * apart))
                .toList();
    }

    /// Returns forks in pairs: one a little below a mean, and one a little above it.
    private static List<List<Double>> pairs(int pairs, double mean) {
        return Collections.nCopies(pairs, steady(mean - 1, mean + 1)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Returns these forks four times over.
    private static List<List<Double>> four(List<List<Double>> forks) {
        return Collections.nCopies(4, forks).stream().flatMap(List::stream).toList();
    }
}
