package dev.minikv.step05.exercise6;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.SimulatedDisk;
import dev.minikv.step05.disk.SimulatedDisk.Crash;
import dev.minikv.step05.disk.SimulatedDisk.Trouble;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests of a saver: it replaces all that is in a file, or creates the file.
///
/// This is an interface, so that the tests can be run on any saver: an implementation says on which.
public interface CrashTests {

    Path FILE = Path.of("/store.txt");
    String NO_FILE = "(no file)";
    int SEEDS = 40;

    /// Saves with the saver under test. When this returns, the save is acknowledged.
    void save(Disk disk, Path file, byte[] bytes) throws IOException;

    @Test
    default void a_power_cut_leaves_the_old_state_or_the_new_one() throws IOException {
        troubleAtEachOperation(Trouble.POWER_CUT, "old");
    }

    @Test
    default void an_io_error_leaves_the_old_state_or_the_new_one() throws IOException {
        troubleAtEachOperation(Trouble.DISK_FULL, "old");
    }

    @Test
    default void a_first_save_leaves_no_file_or_the_new_state() throws IOException {
        troubleAtEachOperation(Trouble.POWER_CUT, NO_FILE);
    }

    /// Saves with trouble at operation 1, 2, 3 and so on, until a save has ended before its trouble comes.
    private void troubleAtEachOperation(Trouble trouble, String old) throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            boolean hadTrouble = true;
            for (int operation = 1; hadTrouble; operation++) {
                var disk = new SimulatedDisk(seed);
                if (!old.equals(NO_FILE)) {
                    save(disk, FILE, bytes(old));
                }
                int planned = disk.operations() + operation;
                disk.plan(planned, trouble);
                List<String> allowed = acknowledges(disk, "new") ? List.of("new") : List.of(old, "new");
                hadTrouble = disk.operations() >= planned;
                disk.cutPower();
                disk.repair();

                String place = "%s at operation %s, seed %s".formatted(trouble, operation, seed);
                assertThat(state(disk)).as(place).isIn(allowed);
                save(disk, FILE, bytes("later"));
                assertThat(state(disk)).as("a later save after %s", place).isEqualTo("later");
            }
        }
    }

    private boolean acknowledges(Disk disk, String state) {
        try {
            save(disk, FILE, bytes(state));
            return true;
        } catch (IOException | Crash _) {
            return false;
        }
    }

    private static byte[] bytes(String state) {
        return state.getBytes(UTF_8);
    }

    /// Returns what is in the file now.
    private static String state(Disk disk) throws IOException {
        try {
            return new String(disk.read(FILE), UTF_8);
        } catch (NoSuchFileException _) {
            return NO_FILE;
        }
    }
}
