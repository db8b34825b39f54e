package dev.minikv.step06.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step06.disk.Disk.OpenFile;
import dev.minikv.step06.disk.SimulatedDisk.Crash;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a power cut leaves of what is new: folders and truncation, over many seeds.
class SimulatedDiskTest {

    private static final int SEEDS = 500;
    private static final Path FOLDER = Path.of("/one/two");
    private static final Path FILE = FOLDER.resolve("a");

    /// What a program does to a disk.
    private interface Program {
        void run(SimulatedDisk disk) throws IOException;
    }

    private static Set<String> outcomes(Program program) throws IOException {
        var outcomes = new TreeSet<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var disk = new SimulatedDisk(seed);
            program.run(disk);
            disk.cutPower();
            outcomes.add(contents(disk));
        }
        return outcomes;
    }

    private static String contents(SimulatedDisk disk) {
        try {
            return new String(disk.read(FILE), UTF_8).replace('\0', '.');
        } catch (IOException _) {
            return "none";
        }
    }

    private static OpenFile write(SimulatedDisk disk, String text) throws IOException {
        disk.createFolder(FOLDER);
        OpenFile open = disk.create(FILE, FILE);
        open.write(text.getBytes(UTF_8));
        open.force();
        disk.forceFolder(FOLDER);
        return open;
    }

    @Test
    void a_folder_that_was_created_survives_a_power_cut_with_what_is_in_it() throws IOException {
        assertThat(outcomes(disk -> write(disk, "one"))).containsExactly("one");
    }

    @Test
    void without_its_folder_a_file_is_lost() throws IOException {
        assertThat(outcomes(disk -> {
                    disk.plan(4, Trouble.KILL); // when the name of the folder two is to be forced
                    assertThatThrownBy(() -> disk.createFolder(FOLDER)).isInstanceOf(Crash.class);
                    OpenFile open = disk.create(FILE, FILE);
                    open.write("one".getBytes(UTF_8));
                    open.force();
                    disk.forceFolder(FOLDER);
                }))
                .containsExactlyInAnyOrder("one", "none");
    }

    @Test
    void a_folder_that_a_kill_has_left_is_forced_when_it_is_created_again() throws IOException {
        for (int operation = 1; operation <= 4; operation++) {
            int killed = operation;
            assertThat(outcomes(disk -> {
                        disk.plan(killed, Trouble.KILL);
                        assertThatThrownBy(() -> disk.createFolder(FOLDER)).isInstanceOf(Crash.class);
                        write(disk, "one");
                    }))
                    .as("killed at operation %d", operation)
                    .containsExactly("one");
        }
    }

    @Test
    void a_truncation_that_was_not_forced_may_be_undone() throws IOException {
        assertThat(outcomes(disk -> {
                    OpenFile open = write(disk, "x");
                    open.write("abc".getBytes(UTF_8));
                    open.truncate(1);
                    open.write("d".getBytes(UTF_8));
                }))
                .contains("x", "xd", "xabc", "x.bc")
                .allMatch(left -> left.matches("x([d.]|[a.][b.]?[c.]?)?"));
    }

    @Test
    void what_a_power_cut_has_left_survives_the_next() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            var disk = new SimulatedDisk(seed);
            OpenFile open = write(disk, "x");
            open.write("abc".getBytes(UTF_8));
            open.truncate(1);
            disk.cutPower();
            String left = contents(disk);

            disk.cutPower();

            assertThat(contents(disk)).as("seed %d", seed).isEqualTo(left);
        }
    }

    @Test
    void a_truncation_that_was_forced_is_not_undone() throws IOException {
        assertThat(outcomes(disk -> {
                    OpenFile open = write(disk, "x");
                    open.write("abc".getBytes(UTF_8));
                    open.truncate(1);
                    open.force();
                    open.write("d".getBytes(UTF_8));
                }))
                .containsExactlyInAnyOrder("x", "xd", "x.");
    }

    @Test
    void a_truncation_can_fail() throws IOException {
        var disk = new SimulatedDisk(1);
        OpenFile open = write(disk, "text");
        disk.plan(disk.operations() + 1, Trouble.IO_ERROR);

        assertThatThrownBy(() -> open.truncate(0)).hasMessageContaining("Input/output error");

        assertThat(contents(disk)).isEqualTo("text");
    }
}
