package dev.minikv.step05.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step05.disk.SimulatedDisk;
import dev.minikv.step05.disk.SimulatedDisk.Crash;
import dev.minikv.step05.disk.SimulatedDisk.Trouble;
import dev.minikv.step05.format.BinaryFormat;
import dev.minikv.step05.format.Format;
import dev.minikv.step05.format.Format.Decoded;
import dev.minikv.step05.store.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A save that is stopped at each of its operations, in each way, leaves the old entries or the new ones.
class CrashTest {

    private static final int SEEDS = Integer.getInteger("seeds", 50);
    private static final Path FILE = Path.of("/a.binary");
    private static final Format FORMAT = new BinaryFormat();
    private static final List<Entry<String, String>> OLD = List.of(Map.entry("note", "old"));
    private static final List<Entry<String, String>> NEW = List.of(Map.entry("note", "new"), Map.entry("more", "☕"));
    private static final List<Entry<String, String>> LATER = List.of(Map.entry("note", "later"));

    /// What saves, and what it leaves for the next start.
    private interface Saver {
        void save(SimulatedDisk disk, List<Entry<String, String>> entries) throws IOException;
    }

    private static void saveByStoreFile(SimulatedDisk disk, List<Entry<String, String>> entries) throws IOException {
        try (StoreFile file = open(disk)) {
            file.load(false);
            var problem = file.save(entries, true);
            if (problem.isPresent()) {
                throw new IOException(problem.get().toString());
            }
        }
    }

    private static StoreFile open(SimulatedDisk disk) {
        if (StoreFile.open(disk, FILE.toString(), List.of(FORMAT), FORMAT) instanceof Result.Success(StoreFile file)) {
            return file;
        }
        throw new AssertionError("the file is locked");
    }

    private static Saver saver(SavingMistake mistake) {
        return (disk, entries) -> mistake.save(disk, FILE, bytes(entries));
    }

    private static byte[] bytes(List<Entry<String, String>> entries) {
        var bytes = new ByteArrayOutputStream();
        try {
            FORMAT.encode(entries, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void a_save_leaves_the_old_entries_or_the_new_ones(Trouble trouble) throws IOException {
        assertThat(findings(CrashTest::saveByStoreFile, trouble)).isEmpty();
    }

    /// What went wrong when a saver was stopped at its operations one, two, three and so on.
    private static List<String> findings(Saver saver, Trouble trouble) throws IOException {
        var findings = new ArrayList<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            boolean isReached = true;
            for (int operation = 1; isReached; operation++) {
                var disk = new SimulatedDisk(seed);
                SavingMistake.NONE.save(disk, FILE, bytes(OLD));
                disk.plan(disk.operations() + operation, trouble);
                int before = disk.operations();
                boolean isAcknowledged = false;
                try {
                    saver.save(disk, NEW);
                    isAcknowledged = true;
                } catch (IOException | Crash _) {
                    // not acknowledged
                }
                isReached = disk.operations() - before >= operation;
                String place = trouble + " at operation " + operation + ", seed " + seed + ": ";
                if (trouble != Trouble.KILL) {
                    disk.cutPower(); // an acknowledged save survives it, whatever went wrong before
                } else {
                    disk.kill();
                }
                disk.repair();
                List<Entry<String, String>> left = load(disk);
                if (!left.equals(NEW) && (isAcknowledged || !left.equals(OLD))) {
                    findings.add(place + left);
                }
                try {
                    saver.save(disk, LATER);
                    if (!load(disk).equals(LATER)) {
                        findings.add(place + "then a later save left " + load(disk));
                    }
                } catch (IOException e) {
                    findings.add(place + "then a later save failed: " + e);
                }
            }
        }
        return findings;
    }

    /// A salvage copies the damaged file, and may replace it later: one of the two is there at any time.
    @Test
    void a_damaged_file_survives_being_salvaged() throws IOException {
        byte[] damaged = Arrays.copyOf(bytes(OLD), bytes(OLD).length - 1);
        int struck = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            boolean isReached = true;
            for (int operation = 1; isReached; operation++) {
                var disk = new SimulatedDisk(seed);
                SavingMistake.NONE.save(disk, FILE, damaged);
                disk.plan(disk.operations() + operation, Trouble.POWER_CUT);
                int before = disk.operations();
                try (StoreFile file = open(disk)) {
                    file.load(true);
                    file.save(NEW, false);
                } catch (Crash _) {
                    struck++;
                }
                isReached = disk.operations() - before >= operation;
                disk.cutPower();

                assertThat(List.of(contents(disk, ""), contents(disk, ".damaged")))
                        .as("operation %s, seed %s", operation, seed)
                        .contains(HexFormat.of().formatHex(damaged));
                assertThat(load(disk)).isIn(NEW, List.of(Map.entry("damaged", "")));
            }
        }
        assertThat(struck).isGreaterThan(10 * SEEDS);
    }

    private static String contents(SimulatedDisk disk, String ending) throws IOException {
        Path file = FILE.resolveSibling(FILE.getFileName() + ending);
        return disk.version(file).isEmpty() ? "none" : HexFormat.of().formatHex(disk.read(file));
    }

    private static List<Entry<String, String>> load(SimulatedDisk disk) {
        try (StoreFile file = open(disk)) {
            return file.load(false) instanceof Result.Success(Decoded decoded)
                    ? decoded.entries()
                    : List.of(Map.entry("damaged", ""));
        }
    }

    @Test
    void each_mistake_is_found_and_most_of_them_not_by_a_kill() throws IOException {
        var table = new StringBuilder("mistake,kill,power cut,disk full,I/O error,broken,lying force\n");
        for (SavingMistake mistake : SavingMistake.values()) {
            table.append(mistake);
            for (Trouble trouble : Trouble.values()) {
                table.append(findings(saver(mistake), trouble).isEmpty() ? ",-" : ",found");
            }
            table.append('\n');
        }

        assertThat(table.toString()).isEqualTo(resource("mistakes.csv"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void each_mistake_is_planted(SavingMistake mistake) {
        assertThat(traces(mistake)).isNotEqualTo(traces(SavingMistake.NONE));
    }

    /// What a saver does to the disk, when all goes well and when each of its operations fails.
    private static List<List<String>> traces(SavingMistake mistake) {
        var traces = new ArrayList<List<String>>();
        for (Trouble trouble : List.of(Trouble.IO_ERROR, Trouble.DISK_FULL)) {
            for (int operation = 0; operation < 10; operation++) {
                var disk = new SimulatedDisk(0);
                var traced = new TracedDisk(disk);
                try {
                    SavingMistake.NONE.save(disk, FILE, bytes(OLD));
                    disk.create(FILE.resolveSibling(FILE.getFileName() + ".saving"), FILE)
                            .close();
                    disk.plan(disk.operations() + operation, trouble);
                    mistake.save(traced, FILE, bytes(NEW));
                    traced.trace().add("acknowledged");
                } catch (IOException e) {
                    traced.trace().add(e.toString());
                }
                traces.add(traced.trace());
            }
        }
        return traces;
    }

    private static String resource(String name) throws IOException {
        try (var in = CrashTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
