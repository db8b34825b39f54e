package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JmhOutputTest {

    private final List<Double> percents = new ArrayList<>();
    private final JmhOutput output = new JmhOutput(progress -> percents.add(progress.percent()));

    @Test
    void it_tells_how_far_it_has_come() {
        read("""
                # Run progress: 0.00% complete, ETA 00:00:24
                # Fork: 1 of 1
                # Run progress: 50.00% complete, ETA 00:00:12
                """);

        assertThat(percents).containsExactly(0.0, 50.0);
        assertThat(output.failure()).isEmpty();
        assertThat(output.isOtherJmhRunning()).isFalse();
    }

    @Test
    void a_failure_is_the_exception_and_not_its_stack_trace() {
        read("""
                # Warmup Iteration   1: <failure>

                java.lang.IllegalStateException: the store is full
                \tat dev.minikv.step04.benchmark.StepsBenchmark.run(StepsBenchmark.java:178)
                """);

        assertThat(output.failure()).contains("java.lang.IllegalStateException: the store is full");
    }

    @Test
    void of_a_wrong_argument_it_is_the_message() {
        read("""
                # Warmup Iteration   1: <failure>

                java.lang.IllegalArgumentException: there is no engine nonsense
                \tat dev.minikv.step04.benchmark.Contenders.ofEngine(Contenders.java:42)
                """);

        assertThat(output.failure()).contains("there is no engine nonsense");
    }

    @Test
    void it_notices_that_another_one_holds_the_lock() {
        read("""
                ERROR: org.openjdk.jmh.runner.RunnerException: ERROR: Another JMH instance might be running. \
                Unable to acquire the JMH lock (/tmp/jmh.lock), exiting. Use -Djmh.ignoreLock=true to forcefully continue.
                """);

        assertThat(output.isOtherJmhRunning()).isTrue();
    }

    private void read(String printed) {
        printed.lines().forEach(output::accept);
    }
}
