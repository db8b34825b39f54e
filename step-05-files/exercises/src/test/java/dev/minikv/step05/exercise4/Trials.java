package dev.minikv.step05.exercise4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.step05.disk.SimulatedDisk.Crash;
import dev.minikv.step05.disk.SimulatedDisk.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many saves on simulated disks. Something happens to them at their first operation, at the second, and so
/// on to the last, or at none.
///
/// Each method returns the first thing that went wrong, if anything did.
final class Trials {

    private static final int SEEDS = 25;
    private static final int MAX_OPERATIONS = 20;
    private static final String NONE = WatchedDisk.NO_FILE;
    private static final String FINE = "";

    private static final Situation LONG = new Situation("/data/long", "o".repeat(4_999), NONE, "n".repeat(5_000));

    private static final List<Situation> TIDY = List.of(
            new Situation("/data/tea.csv", "green", NONE, "black"),
            new Situation("/data/tea.csv", NONE, NONE, "white tea"),
            new Situation("/home/ann/to do", "call Bob, buy milk", NONE, "sleep"),
            new Situation("/home/ann/a.b.c", "", NONE, "x"),
            new Situation("/x", "1", NONE, ""),
            LONG);

    private static final List<Situation> UNTIDY = List.of(
            new Situation("/data/tea.csv", "green", "bl", "black"),
            new Situation("/data/tea.csv", "green", "", "black"),
            new Situation("/home/ann/to do", NONE, "call Bob, buy milk", "sleep"),
            new Situation("/x", "1", "22", "22"));

    private static final List<Situation> ALL =
            Stream.concat(TIDY.stream(), UNTIDY.stream()).toList();

    private Trials() {}

    /// What is there before a save, and what is saved.
    ///
    /// @param old what the file has, on the disk
    /// @param leftover what the `.new` file has, not forced
    /// @param text what is saved, a byte for each char
    private record Situation(String name, String old, String leftover, String text) {

        Path file() {
            return Path.of(name);
        }

        Path fresh() {
            return Path.of(name + ".new");
        }

        WatchedDisk disk(int seed) {
            var disk = new WatchedDisk(seed);
            if (!old.equals(NONE)) {
                disk.put(file(), old, true);
            }
            if (!leftover.equals(NONE)) {
                disk.put(fresh(), leftover, false);
            }
            return disk;
        }
    }

    /// A save that is over.
    ///
    /// @param thrown null if it returned or was stopped
    private record Save(Situation situation, WatchedDisk disk, Exception thrown) {

        static Save of(Situation situation, WatchedDisk disk, String text) {
            return new Save(situation, disk, save(disk, situation.file(), text));
        }

        /// Returns what is wrong with a file that must have its old bytes or the new ones.
        String mixed() {
            String text = disk.text(situation.file());
            return text.equals(situation.old()) || text.equals(situation.text())
                    ? FINE
                    : "old %s, new %s, left: %s"
                            .formatted(quoted(situation.old()), quoted(situation.text()), quoted(text));
        }

        /// Returns what is wrong with a file that must have certain bytes, and have them after a power cut.
        String lost(String expected) {
            if (thrown != null) {
                return "save threw " + describe(thrown);
            }
            disk.cutPower();
            String text = disk.text(situation.file());
            return text.equals(expected)
                    ? FINE
                    : "new %s, left by a power cut: %s".formatted(quoted(expected), quoted(text));
        }

        /// Returns what the save has left that it should not.
        String leftover() {
            boolean isLeft = disk.hasCreated(situation.fresh())
                    && !disk.text(situation.fresh()).equals(NONE);
            return isLeft ? "there is still " + situation.name() + ".new" : FINE;
        }

        private static String quoted(String text) {
            String shown = text.length() > 20 ? text.substring(0, 20) + "…" : text;
            return text.equals(NONE) ? NONE : "'" + shown.replace('\0', '·') + "'";
        }
    }

    /// Saves so many bytes, of all kinds, for each number. Returns the numbers for which the file has others.
    static List<Integer> changed(Integer... counts) {
        return Stream.of(counts)
                .filter(count -> {
                    var disk = new WatchedDisk(1);
                    String text = IntStream.range(0, count)
                            .mapToObj(i -> "" + (char) (i & 0xFF))
                            .collect(Collectors.joining());
                    save(disk, Path.of("/bytes"), text);
                    return !disk.text(Path.of("/bytes")).equals(text);
                })
                .toList();
    }

    /// Stops saves, and looks for a file that has neither its old bytes nor the new ones.
    static List<String> mixedBy(Trouble trouble) {
        return first(trouble, false, Save::mixed);
    }

    /// Cuts the power when a save has returned, and again when the next one has, and looks for what is lost.
    static List<String> lost() {
        return first(TIDY, (situation, seed) -> {
            WatchedDisk disk = situation.disk(seed);
            String once = Save.of(situation, disk, situation.text()).lost(situation.text());
            return once.equals(FINE) ? Save.of(situation, disk, "and more").lost("and more") : once;
        });
    }

    /// Saves the bytes that a file has already, though not forced, and then cuts the power.
    static List<String> lostThoughItWasThere() {
        return first(TIDY, (situation, seed) -> {
            var disk = new WatchedDisk(seed);
            disk.put(situation.file(), situation.text(), false);
            return Save.of(situation, disk, situation.text()).lost(situation.text());
        });
    }

    /// Lets operations fail, and looks for what a save does then, other than deleting.
    static List<String> continuedAfter(Trouble trouble) {
        return first(trouble, false, save -> save.disk().afterFailure());
    }

    /// Lets operations fail, and looks for a save that throws anything but what the disk threw first.
    ///
    /// @param staysBroken whether everything fails after the first failure
    static List<String> notThrownAfter(Trouble trouble, boolean staysBroken) {
        return first(trouble, staysBroken, save -> {
            if (save.thrown() == save.disk().failure()) {
                return FINE;
            }
            return save.thrown() == null ? "save returned" : "save threw " + describe(save.thrown());
        });
    }

    /// Lets operations fail, and looks for a file that has neither its old bytes nor the new ones, be it at
    /// once or after a power cut.
    static List<String> mixedByFailure(Trouble trouble, boolean staysBroken) {
        return first(trouble, staysBroken, save -> {
            String now = save.mixed();
            save.disk().cutPower();
            return now.equals(FINE) ? save.mixed() : now;
        });
    }

    /// Lets operations fail, and looks for the `.new` file of the save.
    static List<String> notDeletedAfter(Trouble trouble) {
        return first(trouble, false, Save::leftover);
    }

    /// Lets operations fail, and looks for files that are still open.
    static List<String> notClosedAfter(Trouble trouble) {
        return first(
                trouble,
                false,
                save -> save.disk().open().isEmpty() ? FINE : save.disk().open() + " is open");
    }

    /// Lets operations fail, and looks for other files than the two that a save may name.
    static List<String> othersNamed() {
        return first(Trouble.IO_ERROR, false, save -> {
            var others = new TreeSet<Path>(save.disk().named());
            others.removeAll(List.of(save.situation().file(), save.situation().fresh()));
            return others.isEmpty() ? FINE : others + " was named";
        });
    }

    private static List<String> first(List<Situation> situations, BiFunction<Situation, Integer, String> trial) {
        return IntStream.range(0, SEEDS)
                .boxed()
                .flatMap(seed -> situations.stream().map(situation -> trial.apply(situation, seed)))
                .filter(wrong -> !wrong.equals(FINE))
                .limit(1)
                .toList();
    }

    private static List<String> first(Trouble trouble, boolean staysBroken, Function<Save, String> judge) {
        return first(ALL, (situation, seed) -> {
            if (situation == LONG && seed > 4) {
                return FINE; // that would take long
            }
            WatchedDisk whole = situation.disk(seed);
            int before = whole.operations();
            String wrong = judge.apply(Save.of(situation, whole, situation.text()));
            int count = whole.operations() - before;
            int step = 1 + count / MAX_OPERATIONS; // a save may write its bytes one by one
            for (int operation = 1; operation <= count && wrong.equals(FINE); operation += step) {
                WatchedDisk disk = situation.disk(seed);
                disk.plan(operation, trouble, staysBroken);
                String found = judge.apply(Save.of(situation, disk, situation.text()));
                wrong = found.equals(FINE)
                        ? FINE
                        : words(trouble) + " at " + disk.operation(before + operation) + ": " + found;
            }
            return wrong;
        });
    }

    private static String words(Trouble trouble) {
        return switch (trouble) {
            case KILL -> "a kill";
            case POWER_CUT -> "a power cut";
            case DISK_FULL -> "a full disk";
            case IO_ERROR -> "an I/O error";
            case BROKEN -> "a broken disk";
            case LYING_FORCE -> "a force that fails";
        };
    }

    /// Saves a text, and returns what was thrown, or null.
    static Exception save(WatchedDisk disk, Path file, String text) {
        try {
            Saver.save(disk, file, text.getBytes(ISO_8859_1));
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        } catch (Crash _) {
            return null; // the disk knows
        }
    }

    static String describe(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
