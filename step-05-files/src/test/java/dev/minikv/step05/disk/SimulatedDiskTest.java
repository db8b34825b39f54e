package dev.minikv.step05.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step05.disk.Disk.OpenFile;
import dev.minikv.step05.disk.SimulatedDisk.Crash;
import dev.minikv.step05.disk.SimulatedDisk.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a crash leaves, over many seeds: everything that it may leave, and nothing else.
class SimulatedDiskTest {

    private static final int SEEDS = 500;
    private static final Path FOLDER = Path.of("/");
    private static final Path A = Path.of("/a");
    private static final Path B = Path.of("/b");

    /// What a program does to a disk.
    private interface Program {
        void run(SimulatedDisk disk) throws IOException;
    }

    private static void write(SimulatedDisk disk, Path file, String forced, String unforced) throws IOException {
        OpenFile open = disk.create(file, file);
        append(open, forced);
        open.force();
        append(open, unforced);
    }

    private static void append(OpenFile file, String text) throws IOException {
        file.write(text.getBytes(UTF_8));
    }

    /// Returns what there is after a power cut: the files with their contents, zeros as dots.
    private static Set<String> outcomes(Program program) throws IOException {
        var outcomes = new TreeSet<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var disk = new SimulatedDisk(seed);
            program.run(disk);
            disk.cutPower();
            outcomes.add((contents(disk, A) + " " + contents(disk, B)).strip());
        }
        return outcomes;
    }

    private static String contents(SimulatedDisk disk, Path file) {
        try {
            return file.getFileName() + "=" + new String(disk.read(file), UTF_8).replace('\0', '.');
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void a_power_cut_leaves_what_was_forced() throws IOException {
        assertThat(outcomes(disk -> {
                    write(disk, A, "one", "");
                    disk.forceFolder(FOLDER);
                }))
                .containsExactly("a=one");
    }

    @Test
    void of_bytes_that_were_not_forced_it_leaves_none_some_zeros_or_a_hole() throws IOException {
        assertThat(outcomes(disk -> {
                    write(disk, A, "x", "abc");
                    disk.forceFolder(FOLDER);
                }))
                .contains("a=x", "a=xa", "a=xab", "a=xabc", "a=x...", "a=xa..", "a=xab.", "a=x.bc", "a=x..c", "a=xa.c")
                .allMatch(left -> left.matches("a=x([a.][b.]?[c.]?)?"));
    }

    @Test
    void a_name_that_was_not_forced_is_there_or_not() throws IOException {
        assertThat(outcomes(disk -> write(disk, A, "one", ""))).containsExactlyInAnyOrder("", "a=one");
    }

    @Test
    void a_rename_happens_as_a_whole_or_not_at_all() throws IOException {
        assertThat(outcomes(disk -> {
                    write(disk, A, "one", "");
                    write(disk, B, "two", "");
                    disk.forceFolder(FOLDER);
                    disk.rename(B, A);
                }))
                .containsExactlyInAnyOrder("a=one b=two", "a=two");
    }

    @Test
    void two_changes_of_names_may_reach_the_disk_in_any_order() throws IOException {
        assertThat(outcomes(disk -> {
                    write(disk, A, "one", "");
                    write(disk, B, "two", "");
                    disk.forceFolder(FOLDER);
                    disk.delete(A);
                    disk.rename(B, A);
                }))
                .containsExactlyInAnyOrder("a=one b=two", "b=two", "a=two");
    }

    @Test
    void a_kill_leaves_what_could_be_seen_and_no_lock() throws IOException {
        var disk = new SimulatedDisk(1);
        write(disk, A, "", "one");
        disk.lock(B);

        disk.kill();

        assertThat(contents(disk, A)).isEqualTo("a=one");
        assertThat(disk.lock(B)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"IO_ERROR", "DISK_FULL"})
    void a_write_that_fails_leaves_none_some_or_all_of_its_bytes_equally_often(Trouble trouble) throws IOException {
        var times = new TreeMap<String, Integer>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var disk = new SimulatedDisk(seed);
            OpenFile file = disk.create(A, A);
            disk.plan(2, trouble);

            assertThatThrownBy(() -> append(file, "x".repeat(1_000))).isInstanceOf(IOException.class);

            int left = disk.read(A).length;
            times.merge(left == 0 ? "none" : left == 1_000 ? "all" : "some", 1, Integer::sum);
        }
        assertThat(times).containsOnlyKeys("none", "some", "all");
        assertThat(times.values()).allMatch(each -> each > SEEDS / 4);
    }

    @Test
    void seeds_that_are_close_decide_differently() throws IOException {
        int kept = 0;
        for (int seed = 0; seed < 100; seed++) {
            var disk = new SimulatedDisk(seed);
            disk.create(A, A);
            disk.cutPower();
            kept += contents(disk, A).isEmpty() ? 0 : 1;
        }
        assertThat(kept).as("names that were not forced, and are kept").isBetween(30, 70);
    }

    @Test
    void the_same_seed_loses_the_same() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            var one = new SimulatedDisk(seed);
            var other = new SimulatedDisk(seed);
            for (SimulatedDisk disk : new SimulatedDisk[] {one, other}) {
                write(disk, A, "x", "abcdef");
                disk.cutPower();
            }

            assertThat(contents(one, A)).isEqualTo(contents(other, A));
        }
    }

    @Test
    void trouble_comes_at_the_operation_that_it_was_planned_for() throws IOException {
        var disk = new SimulatedDisk(1);
        OpenFile file = disk.create(A, A);
        disk.plan(3, Trouble.IO_ERROR);

        append(file, "one");
        assertThatThrownBy(() -> append(file, "two")).isInstanceOf(IOException.class);
        append(file, "three");

        assertThat(contents(disk, A)).startsWith("a=one").endsWith("three");
    }

    @Test
    void a_full_disk_stays_full_until_there_is_room() throws IOException {
        var disk = new SimulatedDisk(1);
        OpenFile file = disk.create(A, A);
        disk.plan(2, Trouble.DISK_FULL);

        assertThatThrownBy(() -> append(file, "one")).hasMessageContaining("No space left");
        assertThatThrownBy(() -> append(file, "one")).hasMessageContaining("No space left");
        assertThatThrownBy(() -> disk.create(B, B)).hasMessageContaining("No space left");
        file.force();

        disk.repair();
        append(file, "more");
        assertThat(contents(disk, A)).endsWith("more");
    }

    @Test
    void a_broken_disk_stays_broken_until_it_is_repaired() throws IOException {
        var disk = new SimulatedDisk(1);
        OpenFile file = disk.create(A, A);
        disk.plan(2, Trouble.BROKEN);

        assertThatThrownBy(() -> append(file, "one")).hasMessageContaining("Input/output error");
        assertThatThrownBy(file::force).hasMessageContaining("Input/output error");
        assertThatThrownBy(() -> disk.rename(A, B)).hasMessageContaining("Input/output error");
        assertThatThrownBy(() -> disk.delete(A)).hasMessageContaining("Input/output error");
        assertThatThrownBy(() -> disk.forceFolder(A.getParent())).hasMessageContaining("Input/output error");

        disk.repair();
        append(file, "more");
        assertThat(contents(disk, A)).endsWith("more");
    }

    @Test
    void after_a_force_that_failed_later_ones_of_that_file_lie() throws IOException {
        var left = new TreeSet<String>();
        for (long seed = 0; seed < 100; seed++) {
            var disk = new SimulatedDisk(seed);
            OpenFile lies = disk.create(A, A);
            OpenFile other = disk.create(B, B);
            disk.plan(3, Trouble.LYING_FORCE);
            append(lies, "lost");
            append(other, "kept");

            assertThatThrownBy(lies::force).hasMessageContaining("Input/output error");
            lies.force();
            other.force();
            disk.forceFolder(A.getParent());
            disk.cutPower();

            assertThat(contents(disk, B)).isEqualTo("b=kept");
            left.add(contents(disk, A));
        }
        assertThat(left).contains("a=", "a=lost").hasSizeGreaterThan(2);
    }

    @Test
    void a_planned_crash_ends_the_program() throws IOException {
        for (Trouble trouble : new Trouble[] {Trouble.KILL, Trouble.POWER_CUT}) {
            var disk = new SimulatedDisk(1);
            disk.plan(2, trouble);

            assertThatThrownBy(() -> write(disk, A, "one", "two")).isInstanceOf(Crash.class);
        }
    }
}
