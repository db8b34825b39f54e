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
    void another_unit_is_not_comparable() {
        var before = jmh("get", "thrpt", SMALL, "ops/ms");
        var after = jmh("get", "thrpt", SMALL, "ops/us");

        assertThat(verdict(before, after))
                .as("units have to be equal: they are not converted")
                .isEqualTo(new NotComparable("unit"));
    }

    @Test
    void two_forks_are_too_little() {
        var two = nanos(steady(100, 101));
        var four = nanos(steady(49, 50, 51, 52));

        assertThat(List.of(verdict(two, four), verdict(four, two)))
                .as("it takes three forks on either side, however many iterations they have")
                .isEqualTo(List.of(new TooLittleData(), new TooLittleData()));
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
        var after = nanos(shaky(187, 191, 195));

        assertThat(verdict(before, after))
                .as("190.1 to 209.9 and 181.1 to 200.9 share values: the means may differ by chance")
                .isEqualTo(new NoDifferenceShown());
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
    void iterations_do_not_stand_in_for_forks() {
        var wide = nanos(steady(100, 110, 120));
        var narrow = nanos(steady(84, 85, 86));

        assertThat(List.of(verdict(wide, narrow), verdict(narrow, wide)))
                .as("a fork counts as one value, its mean: 100, 110, 120 reach from 85.2 to 134.8,"
                        + " however well the iterations agree")
                .isEqualTo(List.of(new NoDifferenceShown(), new NoDifferenceShown()));
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
    void less_time_is_faster() {
        var more = nanos(steady(99, 100, 101));
        var less = nanos(steady(93, 94, 95));

        assertThat(List.of(verdict(more, less), verdict(less, more)))
                .as("97.5 to 102.5 and 91.5 to 96.5 share no value: less time is faster, more is slower")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void more_operations_are_faster() {
        var less = ops(steady(93, 94, 95));
        var more = ops(steady(99, 100, 101));

        assertThat(List.of(verdict(less, more), verdict(more, less)))
                .as("mode thrpt counts operations per unit of time: more is faster, less is slower")
                .isEqualTo(List.of(new Faster(), new Slower()));
    }

    @Test
    void every_other_mode_is_a_time() {
        var more = steady(99, 100, 101);
        var less = steady(93, 94, 95);

        assertThat(Stream.of("ss", "sample")
                        .map(mode -> verdict(in(mode, more), in(mode, less)))
                        .toList())
                .as("whatever the mode, if it is not thrpt then less is faster")
                .isEqualTo(List.of(new Faster(), new Faster()));
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
        return in("avgt", forks);
    }

    private static Measurement in(String mode, List<List<Double>> forks) {
        return new Measurement("get", mode, SMALL, "ns/op", forks);
    }

    private static Measurement ops(List<List<Double>> forks) {
        return new Measurement("get", "thrpt", SMALL, "ops/ms", forks);
    }

    private static Measurement with(Map<String, String> params) {
        return jmh("get", "avgt", params, "ns/op");
    }

    /// Returns what JMH may have measured: samples enough, and the same ones whatever it is of.
    private static Measurement jmh(String benchmark, String mode, Map<String, String> params, String unit) {
        return new Measurement(benchmark, mode, params, unit, steady(99, 100, 101));
    }

    /// Returns a fork for each of these means, with iterations that agree.
    private static List<List<Double>> steady(double... means) {
        return Arrays.stream(means)
                .mapToObj(mean -> List.of(mean - 1, mean - 1, mean + 2))
                .toList();
    }

    /// Returns a fork for each of these means, with iterations that differ.
    private static List<List<Double>> shaky(double... means) {
        return Arrays.stream(means)
                .mapToObj(mean -> List.of(mean - 15, mean - 15, mean + 30))
                .toList();
    }

    /// Returns these forks four times over.
    private static List<List<Double>> four(List<List<Double>> forks) {
        return Collections.nCopies(4, forks).stream().flatMap(List::stream).toList();
    }
}
