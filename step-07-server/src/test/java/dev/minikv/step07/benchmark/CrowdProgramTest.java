package dev.minikv.step07.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.benchmark.CrowdProgram.Report;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A short version of what `java -jar step-07-server/target/benchmarks.jar crowd` runs.
@Timeout(60)
class CrowdProgramTest {

    @Test
    void a_good_client_is_served_beside_a_crowd_which_stays_connected_and_leaves_nothing() throws Exception {
        var crowd = new Crowd.Size(200, 20, 50);

        Report report = CrowdProgram.measure("server", crowd, Duration.ofMillis(500));

        assertThat(report.among().total()).as("requests beside the crowd").isPositive();
        assertThat(report.connected()).as("connected").isGreaterThanOrEqualTo(crowd.idle() + crowd.slow());
        assertThat(report.during().used())
                .as("memory in use while slow readers have replies to take")
                .isGreaterThan(report.before().used() + crowd.slow() * 100_000L);
        assertThat(report.after().used())
                .as("memory in use when all have gone")
                .isLessThan(report.before().used() + crowd.slow() * 100_000L);
        assertThat(report.text()).contains("99 % of the replies within").contains("memory in use, MB");
    }
}
