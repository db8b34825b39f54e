package dev.minikv.step06.log;

import static dev.minikv.step06.log.Folder.put;
import static dev.minikv.step06.log.Folder.segment;
import static dev.minikv.step06.log.SyncPolicy.ALWAYS;
import static dev.minikv.step06.log.SyncPolicy.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.StoreError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a folder means, however it was left.
class RecoveryTest {

    private static final LogRecord[] RECORDS = {
        put("a", "1"),
        put("b", "two"),
        new LogRecord.Delete("a"),
        new LogRecord.Put(List.of(Map.entry("c", "3"), Map.entry("d", "☕"))),
        new LogRecord.Clear(),
        put("e", "5")
    };

    /// Returns the states after each record, that before the first included.
    private static List<Map<String, String>> states() {
        return List.of(
                Map.of(),
                Map.of("a", "1"),
                Map.of("a", "1", "b", "two"),
                Map.of("b", "two"),
                Map.of("b", "two", "c", "3", "d", "☕"),
                Map.of(),
                Map.of("e", "5"));
    }

    /// Returns where each record begins in a segment of them, and where the last one ends.
    private static List<Integer> offsets() throws IOException {
        var offsets = new ArrayList<Integer>();
        for (int count = 0; count <= RECORDS.length; count++) {
            offsets.add(segment(1, Arrays.copyOf(RECORDS, count)).length);
        }
        return offsets;
    }

    private static byte[] concat(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    @Nested
    class A_log_ends_in_one_of_three_ways {

        @Test
        void clean_if_every_byte_belongs_to_a_record() throws IOException {
            LoggedStore store =
                    Folder.of(Map.of("log-000001", segment(1, RECORDS))).open(ALWAYS);

            assertThat(Folder.contents(store)).isEqualTo(Map.of("e", "5"));
            assertThat(store.stats().opened().records()).isEqualTo(6);
            assertThat(store.stats().opened().cutBytes()).isZero();
        }

        @Test
        void torn_if_the_last_record_is_not_whole_and_then_it_is_cut() throws IOException {
            byte[] whole = segment(1, put("a", "1"), put("b", "2"));
            Folder folder = Folder.of(Map.of("log-000001", Arrays.copyOf(whole, whole.length - 3)));

            LoggedStore store = folder.open(ALWAYS);

            assertThat(Folder.contents(store)).isEqualTo(Map.of("a", "1"));
            assertThat(store.stats().opened().cutBytes()).isEqualTo(Frame.HEADER_BYTES + 2 * 5 - 3);
            assertThat(folder.read("log-000001")).isEqualTo(segment(1, put("a", "1")));
        }

        @Test
        void damaged_if_a_record_is_missing_that_a_later_one_calls_forced() throws IOException {
            byte[] bytes = segment(1, RECORDS);
            int offset = offsets().get(1);
            bytes[offset + 10] ^= 1;
            Folder folder = Folder.of(Map.of("log-000001", bytes));

            assertThat(folder.problem()).isEqualTo(new LogProblem.Damaged("data/log-000001", offset, 1, 1));
            assertThat(folder.read("log-000001")).as("the file is as it was").isEqualTo(bytes);
        }
    }

    @Test
    void each_prefix_of_a_log_gives_the_state_after_its_whole_records() throws IOException {
        byte[] bytes = segment(1, RECORDS);
        List<Integer> offsets = offsets();
        for (int length = offsets.getFirst(); length <= bytes.length; length++) {
            int end = length;
            int whole = (int) offsets.stream().filter(offset -> offset <= end).count() - 1;
            Folder folder = Folder.of(Map.of("log-000001", Arrays.copyOf(bytes, length)));

            LoggedStore store = folder.open(ALWAYS);
            store.set("after", "the cut");

            var expected = new TreeMap<>(states().get(whole));
            expected.put("after", "the cut");
            assertThat(folder.contentsAfterKill()).as("%d bytes", length).isEqualTo(expected);
        }
    }

    /// A segment gets its name when its header is forced, so no crash leaves one without.
    @Test
    void a_segment_without_a_whole_header_is_damaged() throws IOException {
        for (int length = 0; length < LogFolder.HEADER.length; length++) {
            Folder folder = Folder.of(Map.of("log-000001", Arrays.copyOf(LogFolder.HEADER, length)));

            assertThat(folder.problem())
                    .as("%d bytes", length)
                    .isEqualTo(new LogProblem.Damaged("data/log-000001", 0, 0, 0));
        }
    }

    @Test
    void each_flipped_bit_is_found_or_looks_like_a_torn_tail() throws IOException {
        byte[] bytes = segment(1, RECORDS);
        List<Integer> offsets = offsets();
        int lastRecord = offsets.get(RECORDS.length - 1);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            int at = bit / 8;
            byte[] flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << bit % 8);
            Folder folder = Folder.of(Map.of("log-000001", flipped));
            String where = "bit %d of byte %d".formatted(bit % 8, at);

            if (at >= lastRecord) {
                assertThat(Folder.contents(folder.open(ALWAYS))).as(where).isEmpty();
            } else if (at == LogFolder.HEADER.length - 1 && flipped[at] > bytes[at]) {
                assertThat(folder.problem()).as(where).isInstanceOf(LogProblem.Newer.class);
            } else {
                int record =
                        (int) offsets.stream().filter(offset -> offset <= at).count() - 1;
                int offset = record < 0 ? 0 : offsets.get(record);
                assertThat(folder.problem())
                        .as(where)
                        .isInstanceOfSatisfying(
                                LogProblem.Damaged.class,
                                damaged -> assertThat(damaged.offset()).isEqualTo(offset));
            }
        }
    }

    @Test
    void each_flipped_bit_and_each_missing_end_of_a_snapshot_is_found() throws IOException {
        var source = new Folder();
        LoggedStore store = source.open(ALWAYS);
        store.set("a", "1");
        store.set("b", "2");
        store.compact();
        byte[] bytes = source.read("snapshot-000002");
        byte[] segment = source.read("log-000002");
        for (int i = 0; i < 9 * bytes.length; i++) {
            byte[] damaged = i < bytes.length ? Arrays.copyOf(bytes, i) : bytes.clone();
            if (i >= bytes.length) {
                damaged[i % bytes.length] ^= (byte) (1 << (i / bytes.length - 1));
            }
            Folder folder = Folder.of(Map.of("snapshot-000002", damaged, "log-000002", segment));

            assertThat(folder.problem())
                    .as("case %d", i)
                    .isInstanceOfAny(LogProblem.Damaged.class, LogProblem.Newer.class);
        }
    }

    @Test
    void a_power_cut_may_leave_a_hole_and_what_follows_it_is_cut_too() throws IOException {
        Set<Integer> sizes = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            var folder = new Folder(new SimulatedDisk(seed));
            LoggedStore store = Folder.open(folder.disk(), "data", NEVER, 10_000, false);
            for (int i = 0; i < 10; i++) {
                store.set("key " + i, "value");
            }
            folder.disk().cutPower();

            Map<String, String> left = folder.contentsAfterKill();

            int size = left.size();
            sizes.add(size);
            assertThat(left.keySet()).allMatch(key -> Integer.parseInt(key.substring(4)) < size);
        }
        assertThat(sizes).hasSizeGreaterThan(5);
    }

    @Test
    void a_damaged_byte_in_an_old_segment_is_found_and_deletes_nothing() throws IOException {
        byte[] old = segment(1, put("a", "1"), put("b", "2"));
        old[old.length - 1] ^= 1;
        Map<String, byte[]> files = Map.of("log-000001", old, "log-000002", segment(3, put("c", "3")));
        Folder folder = Folder.of(files);

        assertThat(folder.problem()).isEqualTo(new LogProblem.Damaged("data/log-000001", 43, 1, 2));
        assertThat(folder.names()).containsExactly("log-000001", "log-000002");
    }

    @Test
    void a_missing_segment_or_snapshot_is_found() throws IOException {
        byte[] one = segment(1, put("a", "1"));
        byte[] three = segment(3, put("c", "3"));

        assertThat(Folder.of(Map.of("log-000001", one, "log-000003", three)).problem())
                .isEqualTo(new LogProblem.Damaged("data/log-000003", 12, 1, 2));
        assertThat(Folder.of(Map.of("log-000003", three)).problem())
                .isEqualTo(new LogProblem.Damaged("data/log-000003", 0, 2, 1));
        assertThat(Folder.of(Map.of("log-000003", segment(3))).problem())
                .as("a segment that would follow a snapshot")
                .isEqualTo(new LogProblem.Damaged("data/log-000003", 0, 0, 0));
    }

    @Test
    void a_newer_version_is_refused_and_left_alone() throws IOException {
        byte[] newer = segment(1, put("a", "1"));
        newer[LogFolder.HEADER.length - 1] = 2;
        Folder folder = Folder.of(Map.of("log-000001", newer));

        assertThat(folder.problem()).isEqualTo(new LogProblem.Newer("data/log-000001"));
        assertThat(folder.read("log-000001")).isEqualTo(newer);
    }

    @Test
    void a_folder_is_open_once() throws IOException {
        var folder = new Folder();
        LoggedStore first = folder.open(ALWAYS);

        assertThat(folder.problem()).isEqualTo(new LogProblem.InUse("data"));
        first.close();
        assertThat(Folder.contents(folder.open(ALWAYS))).isEmpty();
    }

    @Test
    void a_delete_in_a_later_segment_is_kept() throws IOException {
        Folder folder = Folder.of(Map.of(
                "log-000001", segment(1, put("gone", "1"), put("kept", "2")),
                "log-000002", segment(3, new LogRecord.Delete("gone"))));

        folder.open(ALWAYS).compact();

        assertThat(folder.contentsAfterKill()).isEqualTo(Map.of("kept", "2"));
    }

    @Test
    void a_full_disk_refuses_a_change_and_takes_the_next_when_there_is_room() {
        for (long seed = 0; seed < 50; seed++) {
            var folder = new Folder(new SimulatedDisk(seed)); // which decides how much of the record is written
            LoggedStore store = folder.open(ALWAYS);
            store.set("before", "1");
            folder.disk().plan(folder.disk().operations() + 1, Trouble.DISK_FULL);

            assertThat(store.set("refused", "2"))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.error())
                                    .isInstanceOfSatisfying(
                                            StoreError.Unavailable.class,
                                            error ->
                                                    assertThat(error.isBroken()).isFalse()));
            assertThat(Folder.contents(store)).isEqualTo(Map.of("before", "1"));
            folder.disk().repair();
            store.set("after", "3");

            assertThat(folder.contentsAfterKill()).isEqualTo(Map.of("before", "1", "after", "3"));
        }
    }

    @Test
    void unfinished_files_go_and_others_stay() throws IOException {
        Folder folder = Folder.of(Map.of(
                "snapshot-000007.saving", new byte[3],
                "log-000001.saving", new byte[3],
                "log-000001.damaged", new byte[3],
                "notes.txt", new byte[3]));

        folder.open(ALWAYS);

        assertThat(folder.names()).containsExactly("log-000001", "log-000001.damaged", "notes.txt");
    }

    @Nested
    class A_salvage {

        private final byte[] whole;

        A_salvage() throws IOException {
            whole = segment(1, put("a", "1"), put("b", "2"), put("c", "3"));
        }

        private byte[] withoutSecond() {
            byte[] damaged = whole.clone();
            damaged[LogFolder.HEADER.length + Frame.HEADER_BYTES + 10 + 5] ^= 1;
            return damaged;
        }

        @Test
        void keeps_the_records_around_a_damage_and_says_how_many_are_lost() throws IOException {
            Folder folder = Folder.of(Map.of("log-000001", withoutSecond()));

            LoggedStore store = folder.salvage();

            assertThat(Folder.contents(store)).isEqualTo(Map.of("a", "1", "c", "3"));
            assertThat(store.stats().opened().damaged()).isTrue();
            assertThat(store.stats().opened().lost()).isEqualTo(1);
            assertThat(folder.contentsAfterKill()).isEqualTo(Map.of("a", "1", "c", "3"));
        }

        /// What a segment without its header had at its end leaves no number that could be missed.
        @Test
        void is_reported_even_if_no_record_is_known_to_be_lost() throws IOException {
            LoggedStore store = Folder.of(Map.of("log-000001", new byte[0])).salvage();

            assertThat(store.stats().opened().damaged()).isTrue();
            assertThat(store.stats().opened().lost()).isZero();
        }

        @Test
        void keeps_a_copy_of_each_damaged_file_and_of_those_after_it() throws IOException {
            byte[] later = segment(4, put("d", "4"));
            Folder folder = Folder.of(Map.of("log-000001", withoutSecond(), "log-000002", later));

            folder.salvage();

            assertThat(folder.read("log-000001.damaged")).isEqualTo(withoutSecond());
            assertThat(folder.read("log-000002.damaged")).isEqualTo(later);
            assertThat(folder.contentsAfterKill()).isEqualTo(Map.of("a", "1", "c", "3", "d", "4"));
        }

        @Test
        void never_replaces_the_copy_of_an_earlier_one() throws IOException {
            Folder folder = Folder.of(Map.of("log-000001", withoutSecond(), "log-000001.damaged", new byte[] {7}));

            folder.salvage();

            assertThat(folder.read("log-000001.damaged")).containsExactly(7);
            assertThat(folder.read("log-000001.damaged2")).isEqualTo(withoutSecond());
        }

        @Test
        void keeps_what_follows_the_damage_in_a_snapshot() throws IOException {
            byte[] snapshot = segment(5, put("a", "1"));
            Folder folder = Folder.of(Map.of("snapshot-000004", snapshot, "log-000004", segment(6, put("b", "2"))));

            assertThat(folder.problem())
                    .isEqualTo(new LogProblem.Damaged("data/snapshot-000004", snapshot.length, 1, 2));
            LoggedStore store = folder.salvage();
            store.set("c", "3");

            assertThat(folder.contentsAfterKill()).isEqualTo(Map.of("a", "1", "b", "2", "c", "3"));
            assertThat(folder.read("snapshot-000004.damaged")).isEqualTo(snapshot);
        }

        @Test
        void of_a_whole_log_changes_nothing() throws IOException {
            Folder folder = Folder.of(Map.of("log-000001", whole));

            folder.salvage();

            assertThat(folder.names()).containsExactly("log-000001");
            assertThat(folder.read("log-000001")).isEqualTo(whole);
        }

        /// The damaged file or its copy is there at any time, and the next salvage gives the same.
        @Test
        void may_be_cut_short_at_any_operation() throws IOException {
            int crashes = 0;
            for (long seed = 0; seed < 20; seed++) {
                for (int operation = 1; operation < 40; operation++) {
                    Folder folder =
                            Folder.of(Map.of("log-000001", withoutSecond(), "log-000002", segment(4, put("d", "4"))));
                    var disk = folder.disk();
                    disk.plan(disk.operations() + operation, Trouble.POWER_CUT);
                    try {
                        folder.salvage();
                        disk.kill();
                    } catch (SimulatedDisk.Crash _) {
                        crashes++;
                    }

                    LoggedStore store = folder.salvage();

                    assertThat(Folder.contents(store)).isEqualTo(Map.of("a", "1", "c", "3", "d", "4"));
                    assertThat(folder.read("log-000001.damaged")).isEqualTo(withoutSecond());
                }
            }
            assertThat(crashes).isGreaterThan(300);
        }
    }

    /// These bytes are never written again. A later version must go on reading them.
    @Test
    void a_folder_of_version_1_can_be_read_for_ever() throws IOException {
        Folder folder = Folder.of(Map.of(
                "snapshot-000002", resource("version-1.snapshot-000002"),
                "log-000002", resource("version-1.log-000002"),
                "log-000003", resource("version-1.log-000003")));

        assertThat(folder.contentsAfterKill())
                .isEqualTo(Map.of("language", "Java ☕", "empty", "", "batch", "kept", "note", "two\nlines"));
    }

    @Test
    void what_is_written_today_is_of_version_1() throws IOException {
        var folder = new Folder();
        LoggedStore store = folder.open(ALWAYS);
        store.set("name", "Alice");
        store.set("language", "Java ☕");
        store.compact();
        store.delete("name");
        store.set("empty", "");
        store.setAll(List.of(Map.entry("batch", "kept"), Map.entry("note", "two\nlines")));
        store.set("long", "x".repeat(100));
        store.delete("long");

        assertThat(folder.read("snapshot-000002")).isEqualTo(resource("version-1.snapshot-000002"));
        assertThat(folder.read("log-000002")).isEqualTo(resource("version-1.log-000002"));
        assertThat(folder.read("log-000003")).isEqualTo(resource("version-1.log-000003"));
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = RecoveryTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
