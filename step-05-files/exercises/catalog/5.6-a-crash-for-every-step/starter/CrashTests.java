package dev.minikv.step05.exercise6;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Tests of a saver: it replaces all that is in a file, or creates the file.
///
/// This is an interface, so that the tests can be run on any saver: an implementation says on which.
public interface CrashTests {

    Path FILE = Path.of("/store.txt");
    String NO_FILE = "(no file)";

    /// Saves with the saver under test. When this returns, the save is acknowledged.
    void save(Disk disk, Path file, byte[] bytes) throws IOException;

    @Test
    default void a_power_cut_leaves_the_new_state() throws IOException {
        var disk = new SimulatedDisk(1);
        save(disk, FILE, bytes("old"));
        save(disk, FILE, bytes("new"));

        disk.cutPower();

        assertThat(state(disk)).isEqualTo("new");
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
