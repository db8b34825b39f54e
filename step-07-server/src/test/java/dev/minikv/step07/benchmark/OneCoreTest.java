package dev.minikv.step07.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneCoreTest {

    @Test
    void a_process_stays_on_the_first_core() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/taskset")) && Files.isExecutable(Path.of("/usr/bin/sleep")),
                "only Linux has both");
        var sleep = new ProcessBuilder("/usr/bin/sleep", "30").start();
        try {
            OneCore.keep(Stream.of(sleep.toHandle()));

            assertThat(Path.of("/proc/" + sleep.pid() + "/status"))
                    .content()
                    .containsPattern("Cpus_allowed_list:\\s+0\n");
        } finally {
            sleep.destroyForcibly();
        }
    }
}
