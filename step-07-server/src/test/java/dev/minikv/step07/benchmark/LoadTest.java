package dev.minikv.step07.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step07.server.Served;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checks that the load does what the benchmarks say: all requests are sent, and all are answered.
class LoadTest {

    private final Latencies latencies = new Latencies();

    @Test
    void each_key_is_set_once() throws Exception {
        try (var served = Served.inMemory();
                var load = new Load(served.port(), 1, 10)) {

            load.send(Requests.set(100, 32), 100, latencies);

            assertThat(served.answers("DBSIZE\r\n")).isEqualTo(":100\r\n");
            assertThat(served.answers("GET key:000000000099\r\n"))
                    .startsWith("$32\r\n")
                    .hasSize("$32\r\n".length() + 32 + 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 32", "3, 1, 32", "7, 16, 32", "3, 16, 100000", "50, 1, 4096"})
    void as_many_requests_are_answered_as_were_wanted(int clients, int pipeline, int bytes) throws Exception {
        try (var served = Served.inMemory();
                var load = new Load(served.port(), clients, pipeline)) {

            load.send(Requests.set(20, bytes), 333, latencies);
            load.send(Requests.get(20, bytes), 333, latencies);

            assertThat(latencies.total()).isEqualTo(666);
            assertThat(served.answers("INFO stats\r\n")).contains("total_commands_processed:667\r\n");
        }
    }

    @Test
    void an_error_is_not_taken_for_an_answer() throws Exception {
        try (var served = Served.withPassword("secret");
                var load = new Load(served.port(), 1, 1)) {

            assertThatThrownBy(() -> load.send(Requests.set(1, 32), 1, latencies))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server answers with an error");
        }
    }

    @Test
    void a_request_is_as_long_as_the_next() {
        Requests requests = Requests.get(1_000, 32);

        assertThat(US_ASCII.decode(requests.slice(998, 2)).toString())
                .matches("(\\*2\r\n\\$3\r\nGET\r\n\\$16\r\nkey:\\d{12}\r\n){2}");
    }
}
