package dev.minikv.step06.log;

import static dev.minikv.step06.log.SyncPolicy.ALWAYS;
import static dev.minikv.step06.log.SyncPolicy.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step06.disk.RealDisk;
import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.disk.SimulatedDisk.Crash;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot takes the place of the segments before it, and nobody notices.
class CompactionTest {

    private final Folder folder = new Folder();

    /// Does something before each operation of a disk, but not before those that it does itself.
    private static final class Callback extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        private transient Runnable callback = () -> {};
        private boolean isRunning = false;

        @Override
        public boolean add(String operation) {
            if (!isRunning) {
                isRunning = true;
                callback.run();
                isRunning = false;
                super.add(operation);
            }
            return true;
        }
    }

    private final Callback operations = new Callback();

    private LoggedStore openWithCallback() {
        return Folder.open(new TracedDisk(folder.disk(), operations), "data", NEVER, Folder.SEGMENT_BYTES, false);
    }

    private static void setMany(LoggedStore store) {
        for (int i = 0; i < 40; i++) {
            store.set("key " + i % 4, "value " + i);
        }
    }

    /// Without opening the folder again, this test would pass for a compaction that writes nothing.
    @Test
    void set_compact_reopen_get() {
        LoggedStore store = folder.open(ALWAYS);
        store.set("name", "Alice");

        store.compact();

        assertThat(folder.contentsAfterKill()).isEqualTo(Map.of("name", "Alice"));
    }

    @Test
    void a_snapshot_and_an_empty_segment_are_left() {
        LoggedStore store = folder.open(ALWAYS);
        setMany(store);
        LogStats before = store.stats();

        assertThat(store.compact()).isEmpty();

        LogStats after = store.stats();
        assertThat(folder.names()).hasSize(2).allMatch(name -> name.matches("(log|snapshot)-0000\\d\\d"));
        assertThat(before.segments()).isGreaterThan(5);
        assertThat(after.segments()).isEqualTo(1);
        assertThat(after.liveBytes()).isEqualTo(before.liveBytes());
        assertThat(after.deadBytes()).isLessThan(before.deadBytes() / 10);
    }

    @Test
    void the_bytes_in_the_statistics_are_those_of_the_records() throws IOException {
        LoggedStore store = folder.open(ALWAYS);
        setMany(store);
        store.compact();
        store.set("key 1", "one more");
        long bytes = -Frame.HEADER_BYTES; // of the frame that ends the snapshot
        for (String name : folder.names()) {
            bytes += folder.read(name).length - LogFolder.HEADER.length;
        }

        LogStats stats = store.stats();

        assertThat(stats.liveBytes() + stats.deadBytes()).isEqualTo(bytes);
        folder.disk().kill();
        LogStats again = folder.open(ALWAYS).stats();
        assertThat(again.liveBytes() + again.deadBytes()).isEqualTo(bytes);
        assertThat(again.liveBytes()).isEqualTo(stats.liveBytes());
    }

    @Test
    void changes_made_meanwhile_are_kept_and_wait_for_one_force_at_most() {
        LoggedStore store = openWithCallback();
        setMany(store);
        store.set("old", "to be deleted");
        var expected = new TreeMap<>(Folder.contents(store));
        expected.remove("old");
        operations.clear();
        var waitedFor = new ArrayList<String>();
        operations.callback = () -> {
            if (Thread.holdsLock(store)) {
                waitedFor.add("the force of the segment that ends here");
            } else {
                String key = "meanwhile " + expected.size();
                store.set(key, "kept");
                expected.put(key, "kept");
                store.delete("old");
            }
        };

        assertThat(store.compact()).isEmpty();

        operations.callback = () -> {};
        assertThat(waitedFor).hasSize(1);
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(Folder.contents(store)).isEqualTo(expected);
        assertThat(folder.contentsAfterKill()).isEqualTo(expected);
    }

    @Test
    void changes_of_another_thread_go_on_meanwhile(@TempDir Path temporary) throws Exception {
        String name = temporary.resolve("data").toString();
        var expected = new TreeMap<String, String>();
        try (var open = new Closing(openReal(name))) {
            LoggedStore store = open.store();
            var isDone = new CountDownLatch(1);
            Thread compactor = Thread.ofPlatform().start(() -> {
                while (isDone.getCount() > 0) {
                    store.compact();
                }
            });
            for (int i = 0; i < 20_000; i++) {
                store.set("key " + i % 50, "value " + i);
                expected.put("key " + i % 50, "value " + i);
            }
            isDone.countDown();
            compactor.join();
        }

        try (var open = new Closing(openReal(name))) {
            assertThat(Folder.contents(open.store())).isEqualTo(expected);
        }
    }

    /// Closes a store at the end of a block.
    private record Closing(LoggedStore store) implements AutoCloseable {
        @Override
        public void close() {
            assertThat(store.close()).isEmpty();
        }
    }

    private static LoggedStore openReal(String folder) {
        return Folder.open(new RealDisk(), folder, NEVER, 10_000, false);
    }

    /// Every operation of a compaction fails once.
    @ParameterizedTest
    @EnumSource(names = {"DISK_FULL", "IO_ERROR"})
    void a_compaction_that_fails_loses_nothing_and_a_later_one_succeeds(Trouble trouble) {
        int failures = 0;
        for (int operation = 1; operation < 30; operation++) {
            var broken = new Folder();
            LoggedStore store = broken.open(ALWAYS);
            setMany(store);
            Map<String, String> expected = Folder.contents(store);
            broken.disk().plan(broken.disk().operations() + operation, trouble);

            boolean hasFailed = store.compact().isPresent();

            assertThat(store.stats().failure().isPresent()).isEqualTo(hasFailed);
            failures += hasFailed ? 1 : 0;
            broken.disk().plan(0, trouble); // if it has not come yet, it does not come
            broken.disk().repair();
            store.set("later", "is kept");
            expected.put("later", "is kept");
            assertThat(store.compact()).as("operation %d", operation).isEmpty();
            assertThat(store.stats().failure()).isEmpty();
            assertThat(store.stats().segments()).isEqualTo(1);
            assertThat(broken.contentsAfterKill()).isEqualTo(expected);
        }
        assertThat(failures).isGreaterThan(5);
    }

    /// Otherwise a compaction could write into a folder that another process has opened by now.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closing_and_reopening_wait_for_a_compaction(boolean isReopened) throws InterruptedException {
        LoggedStore store = openWithCallback();
        setMany(store);
        Thread ending = Thread.ofPlatform().unstarted(() -> end(store, isReopened));
        var states = new HashSet<Thread.State>();
        operations.callback = () -> {
            if (Thread.currentThread() != ending) {
                if (ending.getState() == Thread.State.NEW) {
                    ending.start();
                }
                while (ending.getState() != Thread.State.BLOCKED && ending.isAlive()) {
                    Thread.onSpinWait();
                }
                states.add(ending.getState());
            }
        };

        assertThat(store.compact()).isEmpty();

        assertThat(states).containsExactly(Thread.State.BLOCKED);
        ending.join();
        assertThat(folder.contentsAfterKill()).hasSize(4);
    }

    private static void end(LoggedStore store, boolean isReopened) {
        if (isReopened) {
            store.reopen(() -> {});
        } else {
            store.close();
        }
    }

    @Test
    void segments_end_after_a_compaction_that_ran_out_of_memory() {
        LoggedStore store = openWithCallback();
        setMany(store);
        int before = store.stats().segments();
        operations.callback = () -> {
            throw new OutOfMemoryError("as there are many entries");
        };

        assertThatThrownBy(store::compact).isInstanceOf(OutOfMemoryError.class);

        operations.callback = () -> {};
        operations.isRunning = false;
        setMany(store);
        assertThat(store.stats().segments()).isGreaterThan(before + 5);
    }

    @Test
    void a_segment_whose_last_record_cannot_be_read_any_more_is_not_replaced() throws IOException {
        LoggedStore store = folder.open(ALWAYS);
        store.set("old", "1");
        store.set("last", "2");
        byte[] bytes = folder.read("log-000001");
        bytes[bytes.length - 1] ^= 1;
        folder.write("log-000001", bytes);

        LogProblem problem = store.compact().orElseThrow();

        assertThat(problem).isInstanceOf(LogProblem.Damaged.class);
        assertThat(folder.names()).contains("log-000001").doesNotContain("snapshot-000002");
    }

    @Test
    void a_segment_that_is_missing_is_not_forgotten() throws IOException {
        LoggedStore store = folder.open(ALWAYS);
        setMany(store);
        int last = store.stats().segments();
        folder.delete(String.format(Locale.ROOT, "log-%06d", last));

        LogProblem problem = store.compact().orElseThrow();

        assertThat(problem).isInstanceOf(LogProblem.Damaged.class);
        assertThat(folder.names()).contains("log-000001").noneMatch(name -> name.startsWith("snapshot-"));
    }

    @Test
    void a_store_compacts_by_itself_when_there_is_more_to_forget_than_to_keep() throws InterruptedException {
        var named = new CountDownLatch(1);
        operations.callback = () -> {
            if (operations.toString().contains("snapshot-")) {
                named.countDown();
            }
        };
        LoggedStore store = openWithCallback();
        setMany(store);

        store.startBackground();

        assertThat(named.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void it_does_not_while_there_is_not() {
        LoggedStore store = folder.open(ALWAYS);
        store.set("key", "value");
        store.set("key", "another");

        store.compactIfWorthwhile();

        assertThat(folder.names()).containsExactly("log-000001");
    }

    /// Counted: bytes that reach the disk for each byte that was logged.
    @Test
    void compaction_writes_each_byte_at_most_once_more() {
        LoggedStore store = folder.open(NEVER);
        long logged = 0;
        long compacted = 0;
        for (int i = 0; i < 5_000; i++) {
            LogStats before = store.stats();
            store.set("key " + i % 30, "value " + i);
            LogStats middle = store.stats();
            logged += middle.liveBytes() + middle.deadBytes() - before.liveBytes() - before.deadBytes();
            store.compactIfWorthwhile();
            LogStats after = store.stats();
            compacted += after.segments() == middle.segments() ? 0 : after.liveBytes() + after.deadBytes();
        }

        assertThat(compacted).isBetween(logged / 4, logged);
    }

    /// The delete is in a later segment than the key: if only the delete were forgotten, the key would be back.
    @Test
    void a_deleted_key_does_not_come_back() {
        LoggedStore store = folder.open(ALWAYS);
        store.set("gone", "x".repeat(150));
        store.set("kept", "y".repeat(150));
        store.delete("gone");

        store.compact();

        assertThat(folder.contentsAfterKill()).containsOnlyKeys("kept");
    }

    @Test
    void a_crash_at_any_operation_leaves_all_entries() {
        int crashes = 0;
        for (long seed = 0; seed < 20; seed++) {
            for (int operation = 1; operation < 30; operation++) {
                var crashed = new Folder(new SimulatedDisk(seed));
                LoggedStore store = crashed.open(ALWAYS);
                setMany(store);
                Map<String, String> expected = Folder.contents(store);
                crashed.disk().plan(crashed.disk().operations() + operation, Trouble.POWER_CUT);
                try {
                    store.compact();
                } catch (Crash _) {
                    crashes++;
                }

                assertThat(crashed.contentsAfterKill()).isEqualTo(expected);
            }
        }
        assertThat(crashes).isGreaterThan(200);
    }
}
