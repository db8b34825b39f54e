package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.workbook.WorkbookException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A run, and what is known of it before.
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
        assertThat(plan).isEqualTo(new BenchmarkPlan(3 * 3 + 3 + 1, Set.of("entries", "keys")));
    }

    @Test
    void where_nothing_matches_it_is_empty() {
        assertThat(BenchmarkPlan.of(List.of("Benchmarks: "))).isEqualTo(new BenchmarkPlan(0, Set.of()));
    }

    @Test
    void a_parameter_that_none_of_them_has_is_refused() {
        assertThatCode(() -> plan.refuseOthersThan(List.of("keys=fresh", "entries=1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> plan.refuseOthersThan(List.of("key=fresh")))
                .isInstanceOf(WorkbookException.class)
                .hasMessage("none of these benchmarks has a parameter 'key'; they have: entries, keys");
        assertThatThrownBy(() -> new BenchmarkPlan(1, Set.of()).refuseOthersThan(List.of("key=fresh")))
                .hasMessage("none of these benchmarks has a parameter 'key'; they have none");
    }

    @Test
    void it_says_how_long_it_takes() {
        assertThat(new BenchmarkPlan(1, Set.of()).text(Profile.QUICK))
                .isEqualTo("1 row, each in 3 JVMs for 0.49 s: 1 s at least");
        assertThat(new BenchmarkPlan(29, Set.of()).text(Profile.FULL))
                .isEqualTo("29 rows, each in 5 JVMs for 3 s: 7 min at least");
        assertThat(new BenchmarkPlan(1000, Set.of()).text(Profile.FULL))
                .isEqualTo("1000 rows, each in 5 JVMs for 3 s: 4 h 10 min at least");
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
