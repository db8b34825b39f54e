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
                .as("all four parts are equal, although two files give two objects for each text")
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
                        bothWays(unit("ops/ms"), unit("ops/us")),
                        bothWays(unit("ns/op"), unit("us/op")),
                        bothWays(unit("ns/op"), unit("s/op")),
                        bothWays(unit("MB/sec"), unit("mb/sec")),
                        bothWays(unit("s"), unit("s/op"))))
                .as("units must be equal from the first letter to the last: they are not converted")
                .isEqualTo(Collections.nCopies(5, neitherWay("unit")));
    }

    @Test
    void names_are_equal_or_not() {
        assertThat(List.of(
                        bothWays(benchmark("Steps.get"), benchmark("Steps.getMiss")),
                        bothWays(benchmark("Steps.getMiss"), benchmark("Steps.getmiss")),
                        bothWays(benchmark("Steps.get"), benchmark("Engines.get")),
                        bothWays(benchmark("Steps.get"), benchmark("mine.Steps.get")),
                        bothWays(benchmark("Steps.getAa"), benchmark("Steps.getBB"))))
                .as("names of benchmarks must be equal, not just similar or equal in part")
                .isEqualTo(Collections.nCopies(5, neitherWay("benchmark")));
    }

    @Test
    void modes_are_equal_or_not() {
        assertThat(List.of(
                        bothWays(mode("avgt"), mode("sample")),
                        bothWays(mode("avgt"), mode("AVGT")),
                        bothWays(mode("ss"), mode("sss"))))
                .as("modes must be equal, not just similar")
                .isEqualTo(Collections.nCopies(3, neitherWay("mode")));
    }

    @Test
    void parameters_have_no_order() {
        var before = with(inOrder("engine", "hash", "entries", "10"));
        var after = with(inOrder("entries", "10", "engine", "hash"));

        assertThat(verdict(before, after))
                .as("parameters are equal in any order")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void parameters_have_names() {
        assertThat(List.of(
                        bothWays(with(Map.of("entries", "10")), with(Map.of("length", "10"))),
                        bothWays(with(Map.of("entries", "length")), with(Map.of("length", "entries"))),
                        bothWays(with(Map.of("a", "1", "b", "2")), with(Map.of("a", "2", "b", "1"))),
                        bothWays(with(Map.of("a", "1", "b", "2")), with(Map.of("a", "1, b=2"))),
                        bothWays(with(Map.of("a", "1=2")), with(Map.of("a=1", "2")))))
                .as("a value says nothing without the name of its parameter")
                .isEqualTo(Collections.nCopies(5, neitherWay("params")));
    }

    @Test
    void a_parameter_on_one_side_is_a_difference() {
        var none = with(Map.of());

        assertThat(List.of(bothWays(none, with(Map.of("entries", "10"))), bothWays(none, with(Map.of("entries", "")))))
                .as("parameters are equal if both sides have the same names with the same values")
                .isEqualTo(Collections.nCopies(2, neitherWay("params")));
    }

    @Test
    void every_parameter_counts() {
        var before = with(Map.of("engine", "hash", "entries", "10", "keys", "fresh"));

        assertThat(List.of(
                        bothWays(before, with(Map.of("engine", "tree", "entries", "10", "keys", "fresh"))),
                        bothWays(before, with(Map.of("engine", "Hash", "entries", "10", "keys", "fresh"))),
                        bothWays(before, with(Map.of("engine", "hash", "entries", "1", "keys", "fresh"))),
                        bothWays(before, with(Map.of("engine", "hash", "entries", "10.0", "keys", "fresh"))),
                        bothWays(before, with(Map.of("engine", "hash", "entries", "10", "keys", "held")))))
                .as("all parameters must be equal, each from the first letter to the last")
                .isEqualTo(Collections.nCopies(5, neitherWay("params")));
    }

    @Test
    void two_forks_are_too_few() {
        var one = nanos(steady(100));
        var two = nanos(steady(100, 101));
        var twoLong = nanos(List.of(Collections.nCopies(100, 100.0), Collections.nCopies(100, 101.0)));
        var four = nanos(steady(49, 50, 51, 52));

        assertThat(List.of(
                        verdict(two, four),
                        verdict(four, two),
                        verdict(two, two),
                        verdict(one, four),
                        verdict(four, one),
                        verdict(one, one),
                        verdict(twoLong, four),
                        verdict(four, twoLong),
                        verdict(twoLong, twoLong)))
                .as("both sides need three forks, however many iterations these have")
                .isEqualTo(Collections.nCopies(9, new TooLittleData()));
    }

    @Test
    void more_data_would_not_make_them_comparable() {
        var one = steady(100);
        var before = readFromAFile("get", "avgt", SMALL, "ns/op", one);

        assertThat(List.of(
                        verdict(before, readFromAFile("set", "avgt", SMALL, "ns/op", one)),
                        verdict(before, readFromAFile("get", "thrpt", SMALL, "ns/op", one)),
                        verdict(before, readFromAFile("get", "avgt", BIG, "ns/op", one)),
                        verdict(before, readFromAFile("get", "avgt", SMALL, "us/op", one))))
                .as("measurements of different things are not comparable, however few forks they have")
                .isEqualTo(List.of(
                        new NotComparable("benchmark"),
                        new NotComparable("mode"),
                        new NotComparable("params"),
                        new NotComparable("unit")));
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
                .as("97.5 to 102.5 and 47.5 to 52.5 share no value: less time is faster, more time is slower")
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

        assertThat(Stream.of("ss", "sample", "all", "THRPT", "thrpt2", "no-thrpt")
                        .map(mode -> bothWays(in(mode, "ns/op", more), in(mode, "ns/op", less)))
                        .toList())
                .as("in any mode but thrpt, less is faster and more is slower")
                .isEqualTo(Collections.nCopies(6, List.of(new Faster(), new Slower())));
    }

    @Test
    void the_mode_decides_and_not_the_unit() {
        var more = steady(99, 100, 101);
        var less = steady(49, 50, 51);

        assertThat(List.of(
                        bothWays(in("thrpt", "MB/sec", less), in("thrpt", "MB/sec", more)),
                        bothWays(in("thrpt", "hits/op", less), in("thrpt", "hits/op", more)),
                        bothWays(in("thrpt", "ns/op", less), in("thrpt", "ns/op", more)),
                        bothWays(in("avgt", "s", more), in("avgt", "s", less)),
                        bothWays(in("avgt", "ops", more), in("avgt", "ops", less)),
                        bothWays(in("avgt", "ops/s", more), in("avgt", "ops/s", less))))
                .as("a unit may have any name: in mode thrpt more is faster, otherwise less")
                .isEqualTo(Collections.nCopies(6, List.of(new Faster(), new Slower())));
    }

    @Test
    void three_forks_are_enough_with_one_iteration_each() {
        assertThat(bothWays(nanos(once(99, 100, 101)), nanos(once(49, 50, 51))))
                .as("forks count, not iterations")
                .isEqualTo(List.of(new Faster(), new Slower()));
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
    void every_iteration_counts() {
        var steady = nanos(steady(89, 90, 91));
        var slowAtFirst = nanos(List.of(
                List.of(139.0, 89.0, 89.0, 89.0, 89.0),
                List.of(140.0, 90.0, 90.0, 90.0, 90.0),
                List.of(141.0, 91.0, 91.0, 91.0, 91.0)));
        var slowAtLast = nanos(List.of(
                List.of(89.0, 89.0, 89.0, 89.0, 139.0),
                List.of(90.0, 90.0, 90.0, 90.0, 140.0),
                List.of(91.0, 91.0, 91.0, 91.0, 141.0)));

        assertThat(List.of(verdict(steady, slowAtFirst), verdict(steady, slowAtLast)))
                .as("the means of the forks are 99, 100 and 101: they include every iteration")
                .isEqualTo(List.of(new Slower(), new Slower()));
    }

    @Test
    void few_forks_make_a_wide_interval() {
        var before = nanos(shaky(196, 200, 204));
        var after = nanos(shaky(178, 182, 186));

        assertThat(verdict(before, after))
                .as("with t for three values, the intervals reach from 190.1 to 209.9 and from 172.1 to 191.9")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void scatter_is_measured_from_the_mean() {
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
                .as("each interval depends on the number of its own forks: three reach from 97.5 to 102.5,"
                        + " and twelve from 92.8 to 97.2")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void an_interval_may_lie_inside_the_other() {
        var few = nanos(steady(90, 100, 110));
        var many = nanos(four(steady(109, 110, 111)));

        assertThat(List.of(verdict(few, many), verdict(many, few)))
                .as("75.2 to 124.8 contains all of 109.4 to 110.6, so they share values")
                .isEqualTo(List.of(new NoDifferenceShown(), new NoDifferenceShown()));
    }

    @Test
    void a_small_difference_is_a_difference_too() {
        assertThat(List.of(
                        verdict(nanos(steady(9999.9, 10000, 10000.1)), nanos(steady(9998.9, 9999, 9999.1))),
                        verdict(nanos(steady(0.201, 0.202, 0.203)), nanos(steady(0.191, 0.192, 0.193))),
                        verdict(nanos(once(201e-12, 202e-12, 203e-12)), nanos(once(191e-12, 192e-12, 193e-12))),
                        verdict(nanos(once(1e9, 1e9 + 1, 1e9 + 2)), nanos(once(1e9 - 10, 1e9 - 9, 1e9 - 8))),
                        verdict(nanos(once(100, 100, 100)), nanos(once(99.99999999, 99.99999999, 99.99999999)))))
                .as("only the intervals decide, not the size of the difference")
                .isEqualTo(Collections.nCopies(5, new Faster()));
    }

    @Test
    void a_difference_may_be_too_small() {
        assertThat(List.of(
                        verdict(nanos(steady(9999, 10000, 10001)), nanos(steady(9995.5, 9996.5, 9997.5))),
                        verdict(nanos(steady(0.201, 0.202, 0.203)), nanos(steady(0.198, 0.199, 0.2))),
                        verdict(nanos(once(201e-12, 202e-12, 203e-12)), nanos(once(198e-12, 199e-12, 200e-12))),
                        verdict(nanos(once(1e9, 1e9 + 1, 1e9 + 2)), nanos(once(1e9 - 4, 1e9 - 3, 1e9 - 2)))))
                .as("the intervals share values, such as 0.1995 to 0.2045 and 0.1965 to 0.2015")
                .isEqualTo(Collections.nCopies(4, new NoDifferenceShown()));
    }

    @Test
    void intervals_that_touch_share_a_value() {
        var wide = nanos(once(9000, 9000, 9000, 13000));

        assertThat(List.of(
                        bothWays(nanos(steady(100, 100, 100)), nanos(shaky(100, 100, 100))),
                        bothWays(wide, nanos(once(13182, 13182, 13182))),
                        bothWays(wide, nanos(once(6818, 6818, 6818)))))
                .as("the interval of equal forks reaches from their mean to their mean;"
                        + " 9000, 9000, 9000 and 13000 from 6818 to 13182")
                .isEqualTo(Collections.nCopies(3, List.of(new NoDifferenceShown(), new NoDifferenceShown())));
    }

    @Test
    void a_fork_that_is_far_out_counts() {
        var near = nanos(steady(94, 95, 96));
        var twelve = four(steady(99, 100, 101));
        var thirteen = Stream.concat(twelve.stream(), steady(200).stream()).toList();

        assertThat(List.of(verdict(nanos(twelve), near), verdict(nanos(thirteen), near)))
                .as("94, 95, 96 reach from 92.5 to 97.5; twelve forks from 99.4 to 100.6;"
                        + " and with one of 200 added, from 90.3 to 125.1")
                .isEqualTo(List.of(new Faster(), new NoDifferenceShown()));
    }

    @Test
    void each_number_of_forks_has_its_interval() {
        assertThat(List.of(
                        List.of(apart(3, 5.6), apart(3, 5.9)),
                        List.of(apart(4, 3.6), apart(4, 3.8)),
                        List.of(apart(5, 2.65), apart(5, 2.8)),
                        List.of(apart(6, 2.2), apart(6, 2.4)),
                        List.of(apart(7, 1.95), apart(7, 2.02)),
                        List.of(apart(8, 1.77), apart(8, 1.82)),
                        List.of(apart(9, 1.6), apart(9, 1.64)),
                        List.of(apart(10, 1.49), apart(10, 1.52)),
                        List.of(apart(16, 1.1), apart(16, 1.2)),
                        List.of(apart(30, 0.81), apart(30, 0.87))))
                .as("the number of forks decides how far apart two means must be for equally wide intervals to"
                        + " share no value")
                .isEqualTo(Collections.nCopies(10, List.of(new NoDifferenceShown(), new Slower())));
    }

    @Test
    void verdicts_come_from_the_samples() {
        var a = nanos(steady(51, 52, 53));
        var b = nanos(steady(43, 44, 45));
        var c = nanos(steady(31, 41, 51));

        assertThat(List.of(verdict(a, b), verdict(a, c)))
                .as("the verdict is right for any samples, not only for those of the examples")
                .isEqualTo(List.of(new Faster(), new NoDifferenceShown()));
    }

    /// Returns the verdicts on two measurements, first in this order and then in the other.
    private static List<Verdict> bothWays(Measurement one, Measurement other) {
        return List.of(verdict(one, other), verdict(other, one));
    }

    private static List<Verdict> neitherWay(String difference) {
        return List.of(new NotComparable(difference), new NotComparable(difference));
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

    private static Measurement benchmark(String benchmark) {
        return jmh(benchmark, "avgt", SMALL, "ns/op");
    }

    private static Measurement mode(String mode) {
        return jmh("get", mode, SMALL, "ns/op");
    }

    private static Measurement unit(String unit) {
        return jmh("get", "avgt", SMALL, unit);
    }

    private static Measurement with(Map<String, String> params) {
        return jmh("get", "avgt", params, "ns/op");
    }

    /// Returns a measurement with enough samples, which are the same whatever was measured.
    private static Measurement jmh(String benchmark, String mode, Map<String, String> params, String unit) {
        return readFromAFile(benchmark, mode, params, unit, steady(99, 100, 101));
    }

    /// Returns a measurement whose texts are new objects, as if they had been read from a file.
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

    /// Returns a fork for each of these means, with one iteration.
    private static List<List<Double>> once(double... means) {
        return Arrays.stream(means).mapToObj(List::of).toList();
    }

    /// Returns the verdict on this number of forks of 99 and 101 in turn, and the same forks with
    /// `more` added.
    private static Verdict apart(int forks, double more) {
        return verdict(nanos(byTurns(forks, 100)), nanos(byTurns(forks, 100 + more)));
    }

    private static List<List<Double>> byTurns(int forks, double mean) {
        return Stream.iterate(1, turn -> -turn)
                .limit(forks)
                .map(turn -> List.of(mean - turn))
                .toList();
    }

    /// Returns these forks, repeated four times.
    private static List<List<Double>> four(List<List<Double>> forks) {
        return Collections.nCopies(4, forks).stream().flatMap(List::stream).toList();
    }
}
