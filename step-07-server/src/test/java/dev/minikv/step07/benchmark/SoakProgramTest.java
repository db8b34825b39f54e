package dev.minikv.step07.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.benchmark.SoakProgram.Report;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A short version of what `java -jar step-07-server/target/benchmarks.jar soak` runs for ten minutes.
@Timeout(120)
class SoakProgramTest {

    @Test
    void nothing_is_lost_that_was_acknowledged() throws Exception {
        long seed = System.nanoTime();

        Report report = SoakProgram.run(Duration.ofSeconds(5), seed);

        assertThat(report.lost())
                .as("lost, with the seed %d%n%s", seed, report.text())
                .isZero();
        assertThat(report.bugs()).as("exceptions, with the seed %d", seed).isEmpty();
        assertThat(report.lines())
                .as("each server was used, and those that have trouble had some%n%s", report.text())
                .allSatisfy(line -> assertThat(line.requests()).isPositive())
                .filteredOn(line -> line.starts() > 1 && line.errors() > 0)
                .extracting(SoakProgram.Line::server)
                .containsExactly("killed", "faulty disk");
    }
}
