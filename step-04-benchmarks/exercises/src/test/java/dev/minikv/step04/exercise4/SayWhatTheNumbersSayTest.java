package dev.minikv.step04.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step04.exercise4.Verdict.Faster;
import dev.minikv.step04.exercise4.Verdict.NoDifferenceShown;
import dev.minikv.step04.exercise4.Verdict.NotComparable;
import dev.minikv.step04.exercise4.Verdict.Slower;
import dev.minikv.step04.exercise4.Verdict.TooLittleData;
import java.util.Arrays;
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
    void less_time_is_faster() {
        var before = nanos(steady(99, 100, 101));
        var after = nanos(steady(93, 94, 95));

        assertThat(Comparison.verdict(before, after))
                .as("less time per operation is faster, if the intervals share no value")
                .isEqualTo(new Faster());
    }

    @Test
    void more_time_is_slower() {
        var before = nanos(steady(93, 94, 95));
        var after = nanos(steady(99, 100, 101));

        assertThat(Comparison.verdict(before, after))
                .as("more time per operation is slower, if the intervals share no value")
                .isEqualTo(new Slower());
    }

    @Test
    void means_alone_show_nothing() {
        var before = nanos(shaky(96, 100, 104));
        var after = nanos(shaky(89, 93, 97));

        assertThat(Comparison.verdict(before, after))
                .as("where the intervals share a value, a difference of means may be chance")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void few_forks_make_a_wide_interval() {
        var before = nanos(shaky(96, 100, 104));
        var after = nanos(shaky(78, 82, 86));

        assertThat(Comparison.verdict(before, after))
                .as("the margin is t times the standard deviation, divided by the root of n")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void more_operations_are_faster() {
        var before = throughput(steady(93, 94, 95));
        var after = throughput(steady(99, 100, 101));

        assertThat(Comparison.verdict(before, after))
                .as("mode thrpt counts operations per unit of time: more of them is faster")
                .isEqualTo(new Faster());
    }

    @Test
    void fewer_operations_are_slower() {
        var before = throughput(steady(99, 100, 101));
        var after = throughput(steady(93, 94, 95));

        assertThat(Comparison.verdict(before, after))
                .as("mode thrpt counts operations per unit of time: fewer of them is slower")
                .isEqualTo(new Slower());
    }

    @Test
    void every_other_mode_is_a_time() {
        var before = new Measurement("start", "ss", SMALL, "ms/op", steady(99, 100, 101));
        var after = new Measurement("start", "ss", SMALL, "ms/op", steady(93, 94, 95));

        assertThat(Comparison.verdict(before, after))
                .as("whatever the mode, if it is not thrpt then less is faster")
                .isEqualTo(new Faster());
    }

    @Test
    void iterations_do_not_stand_in_for_forks() {
        var before = nanos(steady(100, 110, 120));
        var after = nanos(steady(80, 90, 100));

        assertThat(Comparison.verdict(before, after))
                .as("a fork counts as one value, its mean, however well its iterations agree")
                .isEqualTo(new NoDifferenceShown());
    }

    @Test
    void more_forks_make_a_narrower_interval() {
        var before = nanos(shaky(396, 400, 404));
        var after = nanos(shaky(381, 385, 389, 381, 385, 389));

        assertThat(Comparison.verdict(before, after))
                .as("each interval goes by the number of its own forks")
                .isEqualTo(new Faster());
    }

    @Test
    void other_parameters_are_not_comparable() {
        var before = new Measurement("get", "avgt", SMALL, "ns/op", steady(99, 100, 101));
        var after = new Measurement("get", "avgt", BIG, "ns/op", steady(193, 194, 195));

        assertThat(Comparison.verdict(before, after))
                .as("slower with other parameters does not mean slower than before")
                .isEqualTo(new NotComparable("params"));
    }

    @Test
    void the_first_thing_that_differs_is_named() {
        var get = new Measurement("get", "avgt", SMALL, "ns/op", steady(99, 100, 101));
        var set = new Measurement("set", "avgt", BIG, "ns/op", steady(99, 100, 101));
        var rate = new Measurement("get", "thrpt", BIG, "ops/ms", steady(99, 100, 101));
        var big = new Measurement("get", "avgt", BIG, "us/op", steady(99, 100, 101));
        var micros = new Measurement("get", "avgt", SMALL, "us/op", steady(99, 100, 101));

        assertThat(Stream.of(set, rate, big, micros)
                        .map(other -> Comparison.verdict(get, other))
                        .toList())
                .as("benchmark, mode, params, unit: the first of them that differs is named")
                .isEqualTo(Stream.of("benchmark", "mode", "params", "unit")
                        .map(NotComparable::new)
                        .toList());
    }

    @Test
    void two_forks_are_too_little() {
        var one = nanos(List.of(List.of(99.0, 100.0, 101.0, 99.0, 100.0, 101.0)));
        var two = nanos(steady(100, 101));
        var three = nanos(steady(49, 50, 51));

        assertThat(List.of(Comparison.verdict(one, three), Comparison.verdict(three, two)))
                .as("it takes three forks on either side, however many iterations they have")
                .isEqualTo(List.of(new TooLittleData(), new TooLittleData()));
    }

    @Test
    void more_data_would_not_make_them_comparable() {
        var before = new Measurement("get", "avgt", SMALL, "ns/op", steady(100));
        var after = new Measurement("get", "avgt", BIG, "ns/op", steady(100));

        assertThat(Comparison.verdict(before, after))
                .as("what cannot be compared is not comparable, however little of it there is")
                .isEqualTo(new NotComparable("params"));
    }

    @Test
    void verdicts_come_from_the_samples() {
        var first = nanos(steady(1011, 1012, 1013));
        var second = nanos(steady(1000, 1001, 1002));
        var third = nanos(steady(871, 971, 1071));

        assertThat(List.of(Comparison.verdict(first, second), Comparison.verdict(first, third)))
                .as("any samples will do, not only those of the examples")
                .isEqualTo(List.of(new Faster(), new NoDifferenceShown()));
    }

    private static Measurement nanos(List<List<Double>> forks) {
        return new Measurement("get", "avgt", SMALL, "ns/op", forks);
    }

    private static Measurement throughput(List<List<Double>> forks) {
        return new Measurement("get", "thrpt", SMALL, "ops/ms", forks);
    }

    /// Returns a fork for each of these means, with iterations that agree.
    private static List<List<Double>> steady(double... means) {
        return Arrays.stream(means)
                .mapToObj(mean -> List.of(mean - 1, mean, mean + 1))
                .toList();
    }

    /// Returns a fork for each of these means, with iterations that differ.
    private static List<List<Double>> shaky(double... means) {
        return Arrays.stream(means)
                .mapToObj(mean -> List.of(mean - 15, mean, mean + 15))
                .toList();
    }
}
