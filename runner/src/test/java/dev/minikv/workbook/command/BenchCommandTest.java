package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

    @Test
    void a_result_says_what_to_type_to_get_it_again() {
        assertThat(BenchCommand.commandLine(true, "steps", List.of())).isEqualTo("./workbook bench --quick steps");
        assertThat(BenchCommand.commandLine(false, "engines", List.of("entries=1000,100000", "keys=fresh")))
                .isEqualTo("./workbook bench engines -p entries=1000,100000 -p keys=fresh");
    }

    @Test
    void what_a_shell_would_take_for_its_own_is_quoted() {
        assertThat(BenchCommand.commandLine(false, "StepsBenchmark.(set|delete)$", List.of()))
                .isEqualTo("./workbook bench 'StepsBenchmark.(set|delete)$'");
        assertThat(BenchCommand.commandLine(false, "it's", List.of("keys=a b")))
                .isEqualTo("./workbook bench 'it'\\''s' -p 'keys=a b'");
    }
}
