package dev.minikv.step06.exercise5;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step06.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a log in their folder, and what they say when the log is opened again.
///
/// `log-7` is a segment: records, from where `log-6` ends. `snapshot-7` has the entries that all segments below 7
/// have come to. A file whose name ends in `.new` means nothing.
public final class LogFolder {

    private static final String SEGMENT = "log-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String FRESH = ".new";
    private static final String END = "end\n"; // the last line of a snapshot

    private final Disk disk;
    private final Path path;

    LogFolder(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    Path segment(int number) {
        return path.resolve(SEGMENT + number);
    }

    Path snapshot(int number) {
        return path.resolve(SNAPSHOT + number);
    }

    /// Returns the numbers of all segments in the folder, in order.
    List<Integer> segments() throws IOException {
        return numbers(SEGMENT);
    }

    /// Returns the numbers of all snapshots in the folder, in order.
    List<Integer> snapshots() throws IOException {
        return numbers(SNAPSHOT);
    }

    private List<Integer> numbers(String start) throws IOException {
        return disk.list(path).stream()
                .filter(name -> name.startsWith(start))
                .filter(name -> name.chars().skip(start.length()).allMatch(Character::isDigit))
                .map(name -> Integer.valueOf(name.substring(start.length())))
                .sorted()
                .toList();
    }

    /// Returns the names in the folder that end in `.new`.
    List<String> leftovers() throws IOException {
        return disk.list(path).stream().filter(name -> name.endsWith(FRESH)).toList();
    }

    /// Returns the entries that the log has come to at the end of a segment: those of the newest snapshot, changed
    /// by the segments from its number on.
    ///
    /// @param end the number of the segment after the last one that is read; [Integer#MAX_VALUE] reads all
    /// @throws IOException if the disk fails, a segment is missing, or the snapshot is not whole
    SortedMap<String, String> read(int end) throws IOException {
        var entries = new TreeMap<String, String>();
        int next = 1;
        if (!snapshots().isEmpty()) {
            next = snapshots().getLast();
            String text = new String(disk.read(snapshot(next)), UTF_8);
            if (!text.endsWith(END) || text.indexOf('\0') >= 0) {
                throw new IOException("snapshot-" + next + " is not whole");
            }
            apply(text.substring(0, text.length() - END.length()), entries);
        }
        for (int number : segments()) {
            if (number >= next && number < end) {
                if (number > next) {
                    throw new IOException("log-" + next + " is missing");
                }
                apply(new String(disk.read(segment(number)), UTF_8), entries);
                next++;
            }
        }
        return entries;
    }

    private static void apply(String lines, SortedMap<String, String> entries) {
        for (String line : lines.lines().toList()) {
            String[] words = line.split(" ");
            if (words[0].equals("set")) {
                entries.put(words[1], words[2]);
            } else {
                entries.remove(words[1]);
            }
        }
    }

    /// Returns the bytes of a snapshot.
    static byte[] snapshotOf(SortedMap<String, String> entries) {
        var text = new StringBuilder();
        entries.forEach((key, value) -> text.append("set " + key + " " + value + "\n"));
        return text.append(END).toString().getBytes(UTF_8);
    }
}
