package dev.minikv.step07.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 127})
    void short_times_are_kept_exactly(long nanos) {
        latencies.add(nanos, 1);

        assertThat(latencies.percentile(0.5)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(longs = {128, 255, 1_000, 123_456_789, Long.MAX_VALUE})
    void others_are_off_by_less_than_two_percent(long nanos) {
        latencies.add(nanos, 1);

        assertThat(latencies.percentile(0.5)).isCloseTo(nanos, Percentage.withPercentage(1.6));
    }

    @Test
    void a_percentile_is_the_time_that_so_many_did_not_exceed() {
        latencies.add(100, 98);
        latencies.add(110, 1);
        latencies.add(120, 1);

        assertThat(latencies.percentile(0.98)).isEqualTo(100);
        assertThat(latencies.percentile(0.99)).isEqualTo(110);
        assertThat(latencies.percentile(1)).isEqualTo(120);
    }

    @Test
    void without_times_a_percentile_is_0() {
        latencies.add(100, 5);
        latencies.reset();

        assertThat(latencies.total()).isZero();
        assertThat(latencies.percentile(0.99)).isZero();
    }
}
