package dev.minikv.step06.exercise5;

import static dev.minikv.step06.disk.SimulatedDisk.Trouble.IO_ERROR;

import dev.minikv.step06.disk.SimulatedDisk.Crash;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Many compactions on simulated disks. Something happens to them at their first operation, at the second, and so on
/// to the last, or at none.
///
/// Each method returns the first thing that went wrong, if anything did.
final class Trials {

    private static final int SEEDS = 20; // where chance decides what is left
    private static final int FEW_SEEDS = 3;
    private static final int MAX_OPERATIONS = 20;
    private static final String FINE = "";

    private static final Folder FIRST =
            Folder.of(3, "log-1: set tea hot, set milk yes", "log-2: delete milk, set sugar no", "log-3: set tea cold");
    private static final Folder SECOND = Folder.of(
            11, "snapshot-9: set milk yes, set tea hot, end", "log-9: set tea cold", "log-10: delete milk", "log-11: ");
    private static final Folder LONG =
            Folder.of(2, "log-1: set tea " + "hot".repeat(350), "log-2: set milk " + "no".repeat(400));
    private static final Folder UNTIDY = Folder.of(
            6,
            "snapshot-2: set tea old, set rum yes, end",
            "snapshot-4: set milk yes, set tea hot, end",
            "log-1: set tea older",
            "log-3: set tea old, delete milk, set rum no",
            "log-4: set tea cold",
            "log-5: delete milk, set sugar no",
            "log-6: set honey yes",
            "snapshot-5.new: set milk yes, set te",
            "snapshot-6.new: set milk");
    private static final Folder MOVED_ON =
            Folder.of(2, "log-1: set tea hot", "log-2: set tea cold, set milk no", "log-3: delete tea");
    private static final Folder AGAIN = Folder.of(2, "snapshot-2: set tea hot, end", "log-2: set tea cold");
    private static final Folder EMPTY = Folder.of(1, "log-1: set tea hot");

    private static final List<Folder> ALL = List.of(FIRST, SECOND, LONG, UNTIDY, MOVED_ON, AGAIN, EMPTY);

    private Trials() {}

    /// What is in the folder before a compaction.
    ///
    /// @param open the number of the segment that is being written to
    /// @param files their names and records, the last segment last; those whose names end in `.new` are not forced
    private record Folder(int open, List<Map.Entry<String, String>> files) {

        static Folder of(int open, String... files) {
            return new Folder(
                    open,
                    Stream.of(files)
                            .map(file -> file.split(": ", 2))
                            .map(file -> Map.entry(file[0], file[1]))
                            .toList());
        }

        WatchedDisk disk(long seed) {
            var disk = new WatchedDisk(seed);
            for (var file : files) {
                if (file.getKey().endsWith(".new")) {
                    disk.leave(file.getKey(), file.getValue());
                } else {
                    disk.put(file.getKey(), file.getValue());
                }
            }
            return disk;
        }

        /// Returns the number of the last segment.
        int last() {
            return files.stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> name.startsWith("log-"))
                    .mapToInt(name -> Integer.parseInt(name.substring(4)))
                    .max()
                    .orElseThrow();
        }

        /// Returns the names that a compaction leaves.
        List<String> tidy() {
            return tidy(open, last());
        }

        /// Returns the names that a compaction leaves, sorted.
        ///
        /// @param last the number of the last segment
        static List<String> tidy(int open, int last) {
            Stream<String> segments = IntStream.rangeClosed(open, last).mapToObj(number -> "log-" + number);
            return Stream.concat(segments, Stream.of("snapshot-" + open))
                    .sorted()
                    .toList();
        }
    }

    /// A compaction that is over.
    ///
    /// @param thrown null if it returned or was stopped
    private record Run(Folder folder, WatchedDisk disk, Exception thrown) {

        static Run of(Folder folder, WatchedDisk disk) {
            return new Run(folder, disk, compact(disk, folder.open()));
        }

        /// Returns what is wrong with the entries that the log has when it is opened again.
        String lost() {
            String expected = disk.acknowledged().toString();
            String found = disk.reopened();
            return found.equals(expected)
                    ? FINE
                    : "was acknowledged: %s, left: %s".formatted(cut(expected), cut(found));
        }

        /// Returns what is wrong after a compaction that has returned, and what is then lost by a power cut.
        String lostAtTheEnd() {
            if (thrown != null) {
                return "compact threw " + describe(thrown);
            }
            String now = lost();
            disk.cutPower();
            return now.equals(FINE) ? lost() : now;
        }

        String lostSoonerOrLater() {
            String now = lost();
            disk.cutPower();
            return now.equals(FINE) ? lost() : now;
        }

        /// Starts again, in a new segment, and returns what is wrong with a compaction of all others.
        String wrongNextTime() {
            disk.restart();
            int number = folder.last() + 1;
            disk.beginSegment(number);
            return wrongNextTime(number, number);
        }

        /// Starts again, and returns what is wrong with a compaction that has the same number. Nothing has been
        /// appended or forced since.
        String wrongAgain() {
            disk.restart();
            disk.rest();
            return wrongNextTime(folder.open(), folder.last());
        }

        private String wrongNextTime(int open, int last) {
            var next = new Run(folder, disk, compact(disk, open));
            boolean isTidy = disk.names().equals(Folder.tidy(open, last));
            String wrong = next.lostAtTheEnd();
            return wrong.equals(FINE) && !isTidy ? "the next one left " + disk.names() : wrong;
        }

        private static String cut(String text) {
            return text.length() > 80 ? text.substring(0, 80) + "…" : text;
        }
    }

    /// Compacts all kinds of folders, and looks for what is lost, now or in a power cut.
    static List<String> lost() {
        return first(Run::lostAtTheEnd);
    }

    /// Compacts all kinds of folders, and looks for what is left there, or is missing.
    static List<String> untidy() {
        return first(Trials::untidy);
    }

    private static String untidy(Run run) {
        return run.disk().names().equals(run.folder().tidy())
                ? FINE
                : run.folder().tidy() + " should be left, and there is "
                        + run.disk().names();
    }

    /// Compacts random logs, and looks for what is lost or left.
    static List<String> wrongInRandomLogs(int logs) {
        return IntStream.range(0, logs)
                .mapToObj(seed -> {
                    Folder folder = randomLog(new Random(seed));
                    WatchedDisk disk = folder.disk(seed);
                    Run run = Run.of(folder, disk);
                    String untidy = untidy(run);
                    String lost = run.lostAtTheEnd();
                    String wrong = lost.equals(FINE) ? untidy : lost;
                    return wrong.equals(FINE) ? FINE : folder.files() + ": " + wrong;
                })
                .filter(wrong -> !wrong.equals(FINE))
                .limit(1)
                .toList();
    }

    private static Folder randomLog(Random random) {
        int open = random.nextInt(1, 13);
        return Folder.of(
                open,
                IntStream.rangeClosed(1, open + random.nextInt(2))
                        .mapToObj(number -> "log-" + number + ": " + randomRecords(random))
                        .toArray(String[]::new));
    }

    private static String randomRecords(Random random) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> "k" + random.nextInt(6))
                .map(key -> random.nextInt(3) == 0 ? "delete " + key : "set " + key + " " + random.nextInt(100))
                .collect(Collectors.joining(", "));
    }

    /// Stops compactions, and looks for what is lost.
    static List<String> lostBy(Trouble trouble) {
        return first(trouble, false, Run::lost);
    }

    /// Stops compactions or lets operations fail, and looks at what the next compaction does.
    static List<String> wrongAfter(Trouble trouble) {
        return first(trouble, false, Run::wrongNextTime);
    }

    /// Stops compactions or lets operations fail, and looks at what the next one does if it has the same number.
    static List<String> wrongAgainAfter(Trouble trouble) {
        return first(trouble, false, Run::wrongAgain);
    }

    /// Lets operations fail, and looks for what is lost, be it at once or in a power cut.
    static List<String> lostByFailure(Trouble trouble, boolean staysBroken) {
        return first(trouble, staysBroken, SEEDS / 2, Run::lostSoonerOrLater);
    }

    /// Lets operations fail, and looks for what a compaction does then, other than deleting a `.new` file once.
    ///
    /// @param staysBroken whether everything fails after the first failure
    static List<String> continuedAfter(Trouble trouble, boolean staysBroken) {
        return first(trouble, staysBroken, run -> run.disk().afterFailure());
    }

    /// Lets operations fail, and looks for a compaction that throws anything but what the disk threw first.
    ///
    /// @param staysBroken whether everything fails after the first failure
    static List<String> notThrownAfter(Trouble trouble, boolean staysBroken) {
        return first(trouble, staysBroken, Trials::notThrown);
    }

    private static String notThrown(Run run) {
        if (run.thrown() == run.disk().failure()) {
            return FINE;
        }
        return run.thrown() == null ? "compact returned" : "compact threw " + describe(run.thrown());
    }

    /// Lets an operation fail that only reads something, and looks for a compaction that goes on, or throws anything
    /// but what the disk threw.
    static List<String> ignoredReading() {
        return firstReading(run -> Stream.of(notThrown(run), run.disk().afterFailure(), run.lostSoonerOrLater())
                .filter(wrong -> !wrong.equals(FINE))
                .findFirst()
                .orElse(FINE));
    }

    /// Lets an operation fail that only reads something, and looks for the `.new` file of the compaction.
    static List<String> notDeletedAfterReading() {
        return firstReading(Trials::notDeleted);
    }

    /// Lets an operation fail that only reads something, and looks for files that are still open.
    static List<String> notClosedAfterReading() {
        return firstReading(Trials::notClosed);
    }

    private static List<String> firstReading(Function<Run, String> judge) {
        return first(FEW_SEEDS, (folder, seed) -> {
            WatchedDisk whole = folder.disk(seed);
            compact(whole, folder.open());
            String wrong = FINE;
            for (int reading = 1; reading <= whole.readings() && wrong.equals(FINE); reading++) {
                WatchedDisk disk = folder.disk(seed);
                disk.planReading(reading);
                wrong = judge.apply(Run.of(folder, disk));
            }
            return wrong.equals(FINE) ? FINE : "an I/O error while reading: " + wrong;
        });
    }

    /// Lets operations fail, and looks for the `.new` file of the compaction.
    static List<String> notDeletedAfter(Trouble trouble) {
        return first(trouble, false, Trials::notDeleted);
    }

    private static String notDeleted(Run run) {
        String name = "snapshot-" + run.folder().open() + ".new";
        return run.disk().created().contains(name) && run.disk().names().contains(name)
                ? "there is still " + name
                : FINE;
    }

    /// Lets operations fail, and looks for files that are still open.
    static List<String> notClosedAfter(Trouble trouble) {
        return first(trouble, false, Trials::notClosed);
    }

    private static String notClosed(Run run) {
        return run.disk().open().isEmpty() ? FINE : run.disk().open() + " is open";
    }

    /// Looks for files that a compaction should not create.
    static List<String> othersCreated() {
        return first(IO_ERROR, false, run -> {
            var others = new TreeSet<>(run.disk().created());
            String snapshot = "snapshot-" + run.folder().open();
            others.removeAll(List.of(snapshot, snapshot + ".new"));
            return others.isEmpty() ? FINE : others + " was created";
        });
    }

    private static List<String> first(Function<Run, String> judge) {
        return first(SEEDS, (folder, seed) -> judge.apply(Run.of(folder, folder.disk(seed))));
    }

    private static List<String> first(int seeds, BiFunction<Folder, Integer, String> trial) {
        return IntStream.range(0, seeds)
                .boxed()
                .flatMap(seed -> ALL.stream()
                        .filter(folder -> folder != LONG || seed == 0) // that would take long
                        .map(folder -> trial.apply(folder, seed)))
                .filter(wrong -> !wrong.equals(FINE))
                .limit(1)
                .toList();
    }

    private static List<String> first(Trouble trouble, boolean staysBroken, Function<Run, String> judge) {
        return first(trouble, staysBroken, trouble == Trouble.POWER_CUT ? SEEDS : FEW_SEEDS, judge);
    }

    private static List<String> first(Trouble trouble, boolean staysBroken, int seeds, Function<Run, String> judge) {
        return first(seeds, (folder, seed) -> {
            WatchedDisk whole = folder.disk(seed);
            Run undisturbed = Run.of(folder, whole);
            int count = whole.operations();
            String wrong = judge.apply(undisturbed);
            int step = 1 + count / MAX_OPERATIONS; // a snapshot may be written byte by byte
            for (int operation = 1; operation <= count && wrong.equals(FINE); operation += step) {
                WatchedDisk disk = folder.disk(seed);
                disk.plan(operation, trouble, staysBroken);
                String found = judge.apply(Run.of(folder, disk));
                wrong = found.equals(FINE) ? FINE : words(trouble) + " at " + disk.operation(operation) + ": " + found;
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

    /// Compacts the log in the folder, and returns what was thrown, or null.
    static Exception compact(WatchedDisk disk, int open) {
        disk.watch();
        try {
            Compactor.compact(disk, WatchedDisk.FOLDER, open);
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        } catch (Crash _) {
            return null; // the disk knows
        } finally {
            disk.endWatch();
        }
    }

    static String describe(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
