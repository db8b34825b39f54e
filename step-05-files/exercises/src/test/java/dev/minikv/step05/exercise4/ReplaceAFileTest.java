package dev.minikv.step05.exercise4;

import static dev.minikv.step05.disk.SimulatedDisk.Trouble.DISK_FULL;
import static dev.minikv.step05.disk.SimulatedDisk.Trouble.IO_ERROR;
import static dev.minikv.step05.disk.SimulatedDisk.Trouble.KILL;
import static dev.minikv.step05.disk.SimulatedDisk.Trouble.POWER_CUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-5.4")
class ReplaceAFileTest {

    private static final Path TEA = Path.of("/data/tea.csv");

    private final WatchedDisk disk = new WatchedDisk(1);

    @Test
    void a_save_replaces_the_bytes_of_a_file() {
        disk.put(TEA, "green", true);

        assertThat(save(disk, "black"))
                .as("after a save the file has the new bytes, and nothing of the old ones")
                .isEqualTo("black");
    }

    @Test
    void a_save_creates_a_file() {
        assertThat(save(disk, "black")).as("the first save finds no file").isEqualTo("black");
    }

    @Test
    void any_bytes_are_saved_as_they_are() {
        assertThat(Trials.changed(0, 1, 256, 70_000))
                .as("bytes are bytes: any of them, and any number of them")
                .isEqualTo(List.of());
    }

    @Test
    void a_leftover_stops_no_save() {
        assertThat(List.of(savedOver("bla"), savedOver(""), savedOver("green and white")))
                .as("a .new file of an earlier save is worth nothing, and in nobody's way")
                .isEqualTo(List.of("black", "black", "black"));
    }

    @Test
    void a_killed_save_leaves_the_old_bytes_or_the_new_ones() {
        assertThat(Trials.mixedBy(KILL))
                .as("wherever the program ends, the file is as before the save or as after it")
                .isEqualTo(List.of());
    }

    @Test
    void what_was_saved_survives_a_power_cut() {
        assertThat(Trials.lost())
                .as("when save returns, the new bytes and their name are on the disk")
                .isEqualTo(List.of());
    }

    @Test
    void what_seemed_to_be_there_survives_too() {
        assertThat(Trials.lostThoughItWasThere())
                .as("that bytes can be read does not mean that they are on the disk")
                .isEqualTo(List.of());
    }

    @Test
    void a_power_cut_leaves_the_old_bytes_or_the_new_ones() {
        assertThat(Trials.mixedBy(POWER_CUT))
                .as("wherever the power is cut, the file is as before the save or as after it")
                .isEqualTo(List.of());
    }

    @Test
    void no_other_file_is_named() {
        assertThat(Trials.othersNamed())
                .as("save deals with the file and its .new file, and asks nothing about others")
                .isEqualTo(List.of());
    }

    @Test
    void a_file_keeps_its_permissions() {
        disk.put(TEA, "green", true);
        disk.setPermissions(TEA, "rw-------");
        save(disk, "black");

        assertThat(disk.permissions(TEA))
                .as("who may not read the old bytes may not read the new ones")
                .isEqualTo("rw-------");
    }

    @Test
    void a_failure_ends_the_save() {
        assertThat(List.of(Trials.continuedAfter(IO_ERROR), Trials.continuedAfter(DISK_FULL)))
                .as("after a failure nothing is tried again, and nothing else but to delete the .new file")
                .isEqualTo(List.of(List.of(), List.of()));
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
    void a_failed_save_leaves_the_old_bytes_or_the_new_ones() {
        assertThat(List.of(
                        Trials.mixedByFailure(IO_ERROR, false),
                        Trials.mixedByFailure(DISK_FULL, false),
                        Trials.mixedByFailure(IO_ERROR, true)))
                .as("a save that fails does no harm")
                .isEqualTo(List.of(List.of(), List.of(), List.of()));
    }

    @Test
    void a_failed_save_deletes_its_new_file() {
        assertThat(List.of(Trials.notDeletedAfter(IO_ERROR), Trials.notDeletedAfter(DISK_FULL)))
                .as("half a file is worth nothing, and fills the disk")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void every_file_is_closed() {
        assertThat(List.of(Trials.notClosedAfter(IO_ERROR), Trials.notClosedAfter(DISK_FULL)))
                .as("a save that is over leaves no file open, whether it returned or threw")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    /// Saves a text, and returns what the file has then, or what was thrown.
    private static String save(WatchedDisk disk, String text) {
        Exception thrown = Trials.save(disk, TEA, text);
        return thrown == null ? disk.text(TEA) : Trials.describe(thrown);
    }

    /// Saves "black" when an earlier save has left something, and returns what the file has then.
    private static String savedOver(String leftover) {
        var disk = new WatchedDisk(1);
        disk.put(TEA, "green", true);
        disk.put(Path.of(TEA + ".new"), leftover, false);
        return save(disk, "black");
    }
}
