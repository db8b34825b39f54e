package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.workbook.WorkbookException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A run, and its plan.
class BenchmarkRunTest {

    private static final String PRINTED = """
            Benchmarks:\s
            dev.minikv.step04.benchmark.EnginesBenchmark.getHit
              param "entries" = {1000, 100000, 1000000}
              param "keys" = {fresh, hashed, held}
            dev.minikv.step04.benchmark.EnginesBenchmark.getMiss
              param "keys" = {fresh, hashed, held}
            dev.minikv.step04.benchmark.pitfall.DeadCode.right
            """;

    private final BenchmarkPlan plan = BenchmarkPlan.of(PRINTED.lines().toList());

    @Test
    void a_benchmark_is_a_row_for_each_choice_of_its_parameters() {
        assertThat(plan.rows()).isEqualTo(3 * 3 + 3 + 1);
    }

    @Test
    void it_says_what_is_skipped_and_why() {
        String reason = "skipped: SomeBenchmark, because it needs a program that is not installed";
        var lines = new ArrayList<>(List.of(reason));
        PRINTED.lines().forEach(lines::add);

        BenchmarkPlan some = BenchmarkPlan.of(lines).with(List.of());

        assertThat(some.rows()).isEqualTo(plan.rows());
        assertThat(some.skipped()).containsExactly(reason);
        assertThat(plan.skipped()).isEmpty();
    }

    @Test
    void where_nothing_matches_it_is_empty() {
        assertThat(BenchmarkPlan.of(List.of("Benchmarks: ")).rows()).isZero();
    }

    @Test
    void a_parameter_that_none_of_them_has_is_refused() {
        assertRefused(plan, "none of these benchmarks has a parameter 'key'; they have: entries, keys", "key=fresh");
        assertRefused(rows(1), "none of these benchmarks has a parameter 'key'; they have none", "key=fresh");
    }

    @Test
    void chosen_values_replace_all_others() {
        assertThat(plan.with(List.of()).rows()).isEqualTo(plan.rows());
        assertThat(plan.with(List.of("keys=fresh", "entries=5,17")).rows()).isEqualTo(1 * 2 + 1 + 1);
    }

    @Test
    void a_value_that_is_not_valid_for_its_parameter_is_refused() {
        assertRefused(plan, "keys must be fresh, hashed or held, not 'frish'", "keys=held,frish");
        assertRefused(plan, "keys must be fresh, hashed or held, not ''", "keys=fresh,");
        for (String none : List.of("abc", "0", "-1", "1e3", "99999999999")) {
            assertRefused(
                    plan,
                    "entries must be a number above 0, such as 1000, 100000 or 1000000, not '%s'".formatted(none),
                    "entries=1000," + none);
        }
        assertRefused(plan, "-p keys is given twice: separate its values by commas", "keys=fresh", "keys=held");
    }

    private static void assertRefused(BenchmarkPlan plan, String message, String... params) {
        assertThatThrownBy(() -> plan.with(List.of(params)))
                .isInstanceOf(WorkbookException.class)
                .hasMessage(message);
    }

    private static BenchmarkPlan rows(int count) {
        return new BenchmarkPlan(Collections.nCopies(count, Map.of()), List.of());
    }

    @Test
    void it_says_how_long_it_takes() {
        assertThat(rows(1).text(Profile.QUICK)).isEqualTo("1 row, each in 3 JVMs for 0.49 s: at least 1 s");
        assertThat(rows(29).text(Profile.FULL)).isEqualTo("29 rows, each in 5 JVMs for 3 s: at least 7 min");
        assertThat(rows(1000).text(Profile.FULL)).isEqualTo("1000 rows, each in 5 JVMs for 3 s: at least 4 h 10 min");
    }

    @Test
    void more_than_ten_minutes_are_long() {
        assertThat(rows(40).isLong(Profile.FULL)).isFalse();
        assertThat(rows(41).isLong(Profile.FULL)).isTrue();
        assertThat(rows(41).isLong(Profile.QUICK)).isFalse();
    }

    @Test
    void jmh_gets_the_profile_and_none_of_the_options_of_this_jvm() {
        var run = new BenchmarkRun(Path.of("some.jar"), "StepsBenchmark", List.of("step=1,4"), Profile.QUICK);

        assertThat(run.command("-rff", "out.json"))
                .startsWith(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .doesNotContain("-XX:TieredStopAtLevel=1")
                .endsWith("-rff", "out.json")
                .asString()
                .contains(
                        "-Duser.language=en, -Duser.country=US, -jar, some.jar, StepsBenchmark, -p, step=1,4, -f, 1, ");
    }
}
