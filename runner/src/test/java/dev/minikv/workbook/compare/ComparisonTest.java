package dev.minikv.workbook.compare;

import static dev.minikv.workbook.measure.Measured.MACHINE;
import static dev.minikv.workbook.measure.Measured.ORIGIN;
import static dev.minikv.workbook.measure.Measured.calm;
import static dev.minikv.workbook.measure.Measured.file;
import static dev.minikv.workbook.measure.Measured.of;
import static dev.minikv.workbook.measure.Measured.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.minikv.workbook.measure.Machine;
import dev.minikv.workbook.measure.Measurement;
import dev.minikv.workbook.measure.Origin;
import dev.minikv.workbook.measure.Profile;
import dev.minikv.workbook.measure.ResultFile;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Measurement BEFORE = time("get", Map.of(), calm(100));
    private static final Verdict NONE = new Verdict.NoDifferenceShown();

    @Nested
    class Verdicts {

        @Test
        void are_about_the_second_and_have_the_difference_in_their_interval() {
            var faster = (Verdict.Faster) verdict(BEFORE, time("get", Map.of(), calm(50)));
            assertThat(1.0).as("twice as fast is faster by 100 %%").isBetween(faster.low(), faster.high());
            var slower = (Verdict.Slower) verdict(BEFORE, time("get", Map.of(), calm(130)));
            assertThat(0.3).as("slower by the share that is added").isBetween(slower.low(), slower.high());
            Measurement rate = of("get", "thrpt", "ops/s", Map.of(), calm(100));
            assertThat(verdict(rate, of("get", "thrpt", "ops/s", Map.of(), calm(130))))
                    .as("more operations in the same time")
                    .isInstanceOf(Verdict.Faster.class);
        }

        @Test
        void are_inverted_when_seen_from_the_other_side() {
            Measurement after = time("get", Map.of(), calm(130));

            String slower = verdict(BEFORE, after).text();

            assertThat(slower).startsWith("slower by ");
            assertThat(verdict(after, BEFORE).text()).isEqualTo(slower.replace("slower", "faster"));
        }

        @Test
        void do_not_say_faster_if_forks_disagree_or_the_difference_is_too_small() {
            assertThat(verdict(BEFORE, forks(many(2, 100), many(2, 101), many(2, 300))))
                    .as("means far apart")
                    .isEqualTo(NONE);
            assertThat(verdict(BEFORE, forks(many(100, 110), many(100, 150), many(100, 190))))
                    .as("iterations that agree")
                    .isEqualTo(NONE);
            Measurement certain = forks(many(2, 100), many(2, 100), many(2, 100));
            assertThat(verdict(certain, forks(many(2, 98), many(2, 98), many(2, 98))))
                    .as("two percent, however certain")
                    .isEqualTo(new Verdict.SmallDifference());
        }

        @Test
        void depend_on_whether_the_interval_excludes_the_band_or_only_1_or_neither() {
            Measurement before = forks(many(2, 99.9), many(2, 100), many(2, 100.1));

            assertThat(verdict(before, forks(many(2, 102), many(2, 102.1), many(2, 101.9))))
                    .as("surely slower, by two percent")
                    .isEqualTo(new Verdict.SmallDifference());
            assertThat(verdict(before, forks(many(2, 105), many(2, 104.5), many(2, 105.5)))
                            .text())
                    .as("surely slower, by two percent or eight")
                    .isEqualTo("a difference, but it may be below 3 %");
            assertThat(verdict(before, forks(many(2, 110), many(2, 110.5), many(2, 111))))
                    .isInstanceOf(Verdict.Slower.class);
            assertThat(verdict(before, forks(many(2, 99), many(2, 100), many(2, 101))))
                    .isEqualTo(NONE);
        }

        @Test
        void need_enough_data_on_both_sides() {
            Measurement oneFork = forks(many(6, 1));

            assertThat(verdict(BEFORE, oneFork)).isEqualTo(new Verdict.TooLittleData("a single fork"));
            assertThat(verdict(oneFork, BEFORE)).isEqualTo(new Verdict.TooLittleData("a single fork"));
            assertThat(verdict(BEFORE, forks(many(1, 1), many(1, 2))))
                    .isEqualTo(new Verdict.TooLittleData("fewer than 3 samples"));
            assertThat(verdict(BEFORE, forks(new double[] {0, 1}, new double[] {2, 1})))
                    .isEqualTo(new Verdict.TooLittleData("a sample of zero"));
        }

        private static Measurement forks(double[]... forks) {
            return time("get", Map.of(), forks);
        }

        private static double[] many(int samples, double sample) {
            return DoubleStream.generate(() -> sample).limit(samples).toArray();
        }
    }

    @Nested
    class Not_comparable {

        @Test
        void are_different_modes_and_units_and_threads_and_options_of_the_jvm() {
            assertThat(reason(of("get", "thrpt", "ops/ns", Map.of(), calm(1))))
                    .isEqualTo("different mode, avgt and thrpt");
            assertThat(reason(of("get", "avgt", "us/op", Map.of(), calm(1))))
                    .isEqualTo("different unit, ns/op and us/op");
            assertThat(reason(with(4, List.of()))).isEqualTo("different number of threads, 1 and 4");
            assertThat(reason(with(1, List.of("-Xmx1g")))).isEqualTo("different JVM options");
        }

        @Test
        void are_results_of_different_machines_and_jdks_and_profiles_but_not_of_different_commits() {
            var bigger = new Machine("Some CPU", 64, 8, "Linux amd64");

            assertThat(byOrigin(Profile.FULL, bigger, ORIGIN.jdk())).isEqualTo("not comparable: different machine");
            assertThat(byOrigin(Profile.FULL, MACHINE, "Oracle 26")).isEqualTo("not comparable: different JDK");
            assertThat(byOrigin(Profile.QUICK, MACHINE, "Oracle 26"))
                    .isEqualTo("not comparable: different JDK and profile");
            assertThat(byOrigin(Profile.FULL, MACHINE, ORIGIN.jdk())).isEqualTo(NONE.text());
        }

        @Test
        void are_different_parameters() {
            Comparison comparison = Comparison.ofFiles(
                    file("a", time("get", Map.of("size", "1000"), calm(1))),
                    file("b", time("get", Map.of("size", "9"), calm(1))));

            assertThat(comparison.rows())
                    .extracting(Comparison.Row::name, row -> row.verdict().text())
                    .containsExactly(
                            tuple(
                                    "get (size = 1000)",
                                    "not comparable: only in the first, the other has other parameters"),
                            tuple(
                                    "get (size = 9)",
                                    "not comparable: only in the second, the other has other parameters"));
        }

        @Test
        void is_a_benchmark_that_only_one_of_them_has() {
            assertThat(only(file("a", BEFORE), file("b"))).isEqualTo(new Verdict.NotComparable("only in the first"));
        }

        private static String reason(Measurement after) {
            return ((Verdict.NotComparable) verdict(BEFORE, after)).reason();
        }

        private static String byOrigin(Profile profile, Machine machine, String jdk) {
            var origin = new Origin(ORIGIN.command(), profile, "2026-02-01T12:00:00Z", "7654321", machine, jdk);
            return only(file("a", BEFORE), file("b", origin, BEFORE)).text();
        }

        private static Measurement with(int threads, List<String> options) {
            return new Measurement(
                    BEFORE.benchmark(), "avgt", Map.of(), threads, options, "ns/op", 1, 1, BEFORE.forks());
        }
    }

    @Test
    void a_benchmark_in_two_modes_is_two_rows() {
        Measurement rate = of("get", "thrpt", "ops/ns", Map.of(), calm(1));

        Comparison comparison = Comparison.ofFiles(file("a", BEFORE, rate), file("b", rate, BEFORE));

        assertThat(comparison.rows()).extracting(Comparison.Row::verdict).containsExactly(NONE, NONE);
    }

    @Test
    void two_values_of_a_parameter_are_compared_where_all_others_are_equal() {
        ResultFile file = file(
                "a",
                time("get", Map.of("step", "1", "size", "10"), calm(100)),
                time("get", Map.of("step", "4", "size", "10"), calm(50)),
                time("get", Map.of("step", "1", "size", "20"), calm(100)),
                time("get", Map.of("step", "4", "size", "20"), calm(200)),
                time("get", Map.of("step", "3", "size", "20"), calm(1)),
                time("other", Map.of("size", "20"), calm(1)));

        Comparison comparison = Comparison.ofValues(file, "1", "4").orElseThrow();

        assertThat(comparison.before()).isEqualTo("step 1");
        assertThat(comparison.after()).isEqualTo("step 4");
        assertThat(comparison.rows())
                .extracting(Comparison.Row::name)
                .containsExactly("get (size = 10)", "get (size = 20)");
        assertThat(comparison.rows().getFirst().verdict()).isInstanceOf(Verdict.Faster.class);
        assertThat(comparison.rows().getLast().verdict()).isInstanceOf(Verdict.Slower.class);
        assertThat(Comparison.ofValues(file, "1", "9")).isEmpty();
        assertThat(Comparison.ofValues(file, "1", "10"))
                .as("values of two parameters")
                .isEmpty();
    }

    @Test
    void parameters_that_all_rows_share_are_in_the_title_and_not_in_the_rows() {
        ResultFile file = file(
                "a",
                time("get", Map.of("engine", "hash", "keys", "fresh", "chars", "12"), calm(100)),
                time("get", Map.of("engine", "tree", "keys", "fresh", "chars", "12"), calm(50)),
                time("set", Map.of("engine", "hash", "keys", "cached", "chars", "12"), calm(100)),
                time("set", Map.of("engine", "tree", "keys", "cached", "chars", "12"), calm(50)));

        Comparison comparison = Comparison.ofValues(file, "hash", "tree").orElseThrow();

        assertThat(comparison.suffix()).isEqualTo(", all with chars = 12");
        assertThat(comparison.rows())
                .extracting(Comparison.Row::name)
                .containsExactly("get (keys = fresh)", "set (keys = cached)");
        assertThat(Comparison.ofFiles(file("a", BEFORE), file("b", BEFORE)).suffix())
                .isEmpty();
    }

    private static Verdict verdict(Measurement before, Measurement after) {
        return only(file("a", before), file("b", after));
    }

    /// Returns the verdict of the only row.
    private static Verdict only(ResultFile before, ResultFile after) {
        List<Comparison.Row> rows = Comparison.ofFiles(before, after).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst().verdict();
    }
}
