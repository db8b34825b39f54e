package dev.minikv.step06.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.disk.RealDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareLoopTest {

    @Test
    void it_writes_as_many_bytes_as_the_log(@TempDir Path ofLog, @TempDir Path ofLoop) throws Exception {
        Entry<String, String> entry = Entries.of(1).getFirst();
        var disk = new CountingDisk(new RealDisk());
        var log = new LogRival(disk, ofLog, false, 1_000);
        var loop = new BareLoop(ofLoop, false);
        disk.reset();

        log.set(entry.getKey(), entry.getValue());
        loop.set(entry.getKey(), entry.getValue());

        log.close();
        loop.close();
        assertThat(Files.size(ofLoop.resolve("bare"))).isEqualTo(disk.written());
    }
}
