package dev.minikv.step06.exercise5;

import static dev.minikv.step06.disk.SimulatedDisk.Trouble.DISK_FULL;
import static dev.minikv.step06.disk.SimulatedDisk.Trouble.IO_ERROR;
import static dev.minikv.step06.disk.SimulatedDisk.Trouble.KILL;
import static dev.minikv.step06.disk.SimulatedDisk.Trouble.POWER_CUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-6.5")
class TheExchangeTest {

    private final WatchedDisk disk = new WatchedDisk(1);

    @Test
    void set_compact_reopen_get() {
        disk.put("log-1", "set tea hot, set milk yes");
        disk.put("log-2", "delete milk, set tea cold");
        disk.put("log-3", "");
        compact(3);

        assertThat(disk.text("snapshot-3"))
                .as("what the closed segments have come to is in a file when compact returns")
                .isEqualTo("set tea cold, end");
    }

    @Test
    void the_segment_in_use_is_not_touched() {
        disk.put("log-1", "set tea hot");
        disk.put("log-2", "set tea cold");
        disk.put("log-3", "set milk no");
        compact(2);

        assertThat(List.of(disk.text("log-2"), disk.text("log-3").substring(0, 25)))
                .as("segments from that number on are not covered, even if there are several")
                .isEqualTo(List.of("set tea cold", "set milk no, set later1 1"));
    }

    @Test
    void what_is_set_meanwhile_stays() {
        disk.put("log-1", "set tea cold");
        disk.put("log-2", "");
        compact(2);

        assertThat(disk.reopened())
                .as("the store is in use while compact runs, and its answers are promises")
                .isEqualTo(disk.acknowledged().toString());
    }

    @Test
    void what_is_covered_is_deleted() {
        disk.put("snapshot-3", "set tea hot, end");
        disk.put("log-3", "set milk yes");
        disk.put("log-4", "delete tea");
        disk.put("log-5", "set sugar no");
        compact(5);

        assertThat(disk.names())
                .as("the old snapshot and the closed segments are not needed any more")
                .isEqualTo(List.of("log-5", "snapshot-5"));
    }

    @Test
    void the_old_snapshot_is_covered_too() {
        disk.put("snapshot-3", "set milk yes, set rum yes, set tea hot, end");
        disk.put("log-3", "set tea cold");
        disk.put("log-4", "delete milk, set sugar no");
        disk.put("log-5", "set sugar yes");
        compact(5);

        assertThat(disk.text("snapshot-5"))
                .as("the new snapshot has the entries of the old one, as the closed segments have changed them")
                .isEqualTo("set rum yes, set sugar no, set tea cold, end");
    }

    @Test
    void files_that_an_older_snapshot_covers_are_deleted_only() {
        disk.put("snapshot-2", "set tea old, set rum yes, end");
        disk.put("snapshot-4", "set milk yes, set tea hot, end");
        disk.put("log-1", "set tea older");
        disk.put("log-3", "set tea old, delete milk, set rum no");
        disk.put("log-4", "set sugar no");
        disk.put("log-5", "");
        compact(5);

        assertThat(List.of(disk.text("snapshot-5"), disk.names()))
                .as("files that are left from an earlier compaction have old values")
                .isEqualTo(List.of("set milk yes, set sugar no, set tea hot, end", List.of("log-5", "snapshot-5")));
    }

    @Test
    void a_leftover_is_worth_nothing() {
        disk.put("log-1", "set tea hot");
        disk.put("log-2", "set tea cold");
        disk.leave("snapshot-2.new", "set te");
        disk.leave("snapshot-1.new", "set tea iced, end");
        disk.leave("log-3.new", "");

        assertThat(List.of(compact(2), disk.text("snapshot-2"), disk.names()))
                .as("a .new file of an earlier compaction is deleted, whatever is in it")
                .isEqualTo(List.of("fine", "set tea hot, end", List.of("log-2", "snapshot-2")));
    }

    @Test
    void other_files_stay() {
        disk.put("log-1", "set tea hot");
        disk.put("log-2", "");
        disk.leave("lock", "");
        disk.leave("log-1.damaged", "set te");
        compact(2);

        assertThat(List.of(disk.names(), disk.text("log-1.damaged")))
                .as("files with other names are not part of the log")
                .isEqualTo(List.of(List.of("lock", "log-1.damaged", "log-2", "snapshot-2"), "set te"));
    }

    @Test
    void a_log_may_be_short() {
        assertThat(List.of(emptyLog(1), emptyLog(2), emptyLog(3)))
                .as("there may be no entries in the closed segments, or no closed segments at all")
                .isEqualTo(List.of("end", "end", "end"));
    }

    @Test
    void a_compaction_may_be_repeated() {
        disk.put("log-1", "set tea hot");
        disk.put("log-2", "set tea cold");
        compact(2);

        assertThat(List.of(compact(2), disk.text("snapshot-2"), disk.names()))
                .as("without a new segment, the next compaction makes the same snapshot again")
                .isEqualTo(List.of("fine", "set tea hot, end", List.of("log-2", "snapshot-2")));
    }

    @Test
    void a_killed_compaction_loses_nothing() {
        assertThat(Trials.lostBy(KILL))
                .as("wherever the program ends, the log has all entries when it is opened again")
                .isEqualTo(List.of());
    }

    @Test
    void what_was_compacted_survives_a_power_cut() {
        assertThat(Trials.lost())
                .as("when compact returns, a power cut loses nothing, and never did")
                .isEqualTo(List.of());
    }

    @Test
    void a_power_cut_in_a_compaction_loses_nothing() {
        assertThat(Trials.lostBy(POWER_CUT))
                .as("wherever the power is cut, the log has all entries when it is opened again")
                .isEqualTo(List.of());
    }

    @Test
    void no_other_file_is_created() {
        assertThat(Trials.othersCreated())
                .as("compact creates the snapshot, as a .new file at first, and nothing besides")
                .isEqualTo(List.of());
    }

    @Test
    void the_next_compaction_tidies_up() {
        assertThat(List.of(Trials.wrongAfter(KILL), Trials.wrongAfter(POWER_CUT)))
                .as("wherever one compaction was stopped, the next one works, and leaves nothing")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void the_same_number_tidies_up_too() {
        assertThat(List.of(Trials.wrongAgainAfter(KILL), Trials.wrongAgainAfter(POWER_CUT)))
                .as("wherever a compaction was stopped, one of the same number works, and leaves nothing")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void nothing_is_left() {
        assertThat(Trials.untidy())
                .as("only the new snapshot and the segments from its number on are left")
                .isEqualTo(List.of());
    }

    @Test
    void a_failure_ends_the_compaction() {
        assertThat(List.of(
                        Trials.continuedAfter(IO_ERROR, false),
                        Trials.continuedAfter(DISK_FULL, false),
                        Trials.continuedAfter(IO_ERROR, true)))
                .as("after a failure nothing is tried again, and nothing else is changed: only the .new file goes")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void the_first_failure_is_thrown() {
        assertThat(List.of(
                        Trials.notThrownAfter(IO_ERROR, false),
                        Trials.notThrownAfter(DISK_FULL, false),
                        Trials.notThrownAfter(IO_ERROR, true)))
                .as("what the caller gets is the exception that the disk threw first")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void a_failure_to_read_is_a_failure() {
        assertThat(Trials.ignoredReading())
                .as("what cannot be read is not covered: compact throws, and deletes nothing")
                .isEqualTo(List.of());
    }

    @Test
    void a_failed_compaction_loses_nothing() {
        assertThat(List.of(
                        Trials.lostByFailure(IO_ERROR, false),
                        Trials.lostByFailure(DISK_FULL, false),
                        Trials.lostByFailure(IO_ERROR, true)))
                .as("a compaction that fails does no harm, not even if the power is cut after it")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void a_failed_compaction_deletes_its_new_file() {
        assertThat(List.of(
                        Trials.notDeletedAfter(IO_ERROR),
                        Trials.notDeletedAfter(DISK_FULL),
                        Trials.notDeletedAfterReading()))
                .as("half a snapshot is worth nothing, and fills the disk")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void a_failed_compaction_is_not_in_the_way() {
        assertThat(List.of(Trials.wrongAfter(IO_ERROR), Trials.wrongAfter(DISK_FULL), Trials.wrongAgainAfter(IO_ERROR)))
                .as("wherever one compaction has failed, the next one works, and leaves nothing")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void every_file_is_closed() {
        assertThat(List.of(
                        Trials.notClosedAfter(IO_ERROR),
                        Trials.notClosedAfter(DISK_FULL),
                        Trials.notClosedAfterReading()))
                .as("a compaction that is over leaves no file open, whether it returned or threw")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void any_log_is_compacted() {
        assertThat(Trials.wrongInRandomLogs(200))
                .as("it works for any log, not only for those of the examples")
                .isEqualTo(List.of());
    }

    /// Returns what went wrong: an exception, or nothing.
    private String compact(int open) {
        Exception thrown = Trials.compact(disk, open);
        return thrown == null ? "fine" : Trials.describe(thrown);
    }

    /// Compacts so many empty segments, the last of which is open, and returns the snapshot.
    private static String emptyLog(int segments) {
        var disk = new WatchedDisk(1);
        IntStream.rangeClosed(1, segments).forEach(number -> disk.put("log-" + number, ""));
        Trials.compact(disk, segments);
        return disk.text("snapshot-" + segments);
    }
}
