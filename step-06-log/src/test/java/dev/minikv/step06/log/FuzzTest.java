package dev.minikv.step06.log;

import static dev.minikv.step06.log.Folder.put;
import static dev.minikv.step06.log.Folder.segment;
import static dev.minikv.step06.log.SyncPolicy.ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Any bytes can be a log: they give entries or a problem, never an exception, and take no more memory than they are.
class FuzzTest {

    private static final int LOGS = Integer.getInteger("logs", 20_000);
    private static final List<LogRecord> RECORDS = List.of(
            put("a", "1"),
            put("b", "x".repeat(40)),
            new LogRecord.Delete("a"),
            new LogRecord.Clear(),
            new LogRecord.End(),
            new LogRecord.Put(List.of()));

    /// Pieces of a log, shuffled, with some bytes changed.
    private static byte[] log(Random random) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (random.nextInt(8) > 0) {
            bytes.write(LogFolder.HEADER);
        }
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            switch (random.nextInt(6)) {
                case 0 -> bytes.write(new byte[random.nextInt(50)]);
                case 1 -> {
                    byte[] noise = new byte[random.nextInt(50)];
                    random.nextBytes(noise);
                    bytes.write(noise);
                }
                default -> {
                    long sequence = random.nextInt(4) > 0 ? 1 + random.nextInt(8) : random.nextLong();
                    int unforced = random.nextInt(4) > 0 ? random.nextInt(3) : random.nextInt();
                    byte[] frame = Frame.encode(sequence, unforced, RECORDS.get(random.nextInt(RECORDS.size())));
                    if (random.nextInt(4) == 0) {
                        frame[random.nextInt(frame.length)] = (byte) random.nextInt();
                    }
                    bytes.write(frame, 0, random.nextInt(8) > 0 ? frame.length : random.nextInt(frame.length));
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void any_log_gives_entries_or_a_problem_and_a_salvage_gives_entries() throws IOException {
        int opened = 0;
        int refused = 0;
        for (long seed = 0; seed < LOGS; seed++) {
            var random = new Random(seed);
            Folder folder = Folder.of(
                    random.nextInt(4) > 0
                            ? Map.of("log-000001", log(random), "log-000002", log(random))
                            : Map.of("snapshot-000001", log(random), "log-000001", log(random)));
            var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
            switch (LoggedStore.open(folder.disk(), "data", memory, ALWAYS, Folder.SEGMENT_BYTES, false)) {
                case Success(LoggedStore store) -> {
                    opened++;
                    store.set("after", "that");
                    assertThat(folder.contentsAfterKill()).as("seed %d", seed).containsEntry("after", "that");
                }
                case Failure(LogProblem problem) -> {
                    refused++;
                    boolean isNewer = problem instanceof LogProblem.Newer;
                    assertThat(isNewer || problem instanceof LogProblem.Damaged)
                            .as("seed %d: %s", seed, problem)
                            .isTrue();
                    if (!isNewer) {
                        folder.salvage().set("after", "that");
                        assertThat(folder.contentsAfterKill())
                                .as("seed %d", seed)
                                .containsEntry("after", "that");
                    }
                }
            }
        }
        assertThat(opened).isGreaterThan(LOGS / 20);
        assertThat(refused).isGreaterThan(LOGS / 20);
    }

    /// A length that is announced is not believed: 2 GB here, in a file of 100 bytes.
    @Test
    void memory_follows_the_bytes_that_are_there() throws IOException {
        byte[] segment = segment(1, put("a", "x".repeat(80)));
        ByteBuffer.wrap(segment).putInt(LogFolder.HEADER.length + 4, Integer.MAX_VALUE);

        assertThat(allocatedBy(Folder.of(Map.of("log-000001", segment)))).isLessThan(1_000_000);
        assertThat(allocatedBy(Folder.of(Map.of("snapshot-000001", segment)))).isLessThan(1_000_000);
    }

    private static long allocatedBy(Folder folder) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        LoggedStore.open(folder.disk(), "data", memory, ALWAYS, Folder.SEGMENT_BYTES, false);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
