package dev.minikv.step07.log;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.disk.Disk.OpenFile;
import dev.minikv.step07.disk.Replacement;
import dev.minikv.step07.disk.Replacement.Contents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The files of a log in their folder.
///
/// `log-000007` is a segment: records, from where segment 6 ends. `snapshot-000007` is what all segments below 7 have
/// come to, which are not needed any more. Each starts with the same header.
///
/// @param name what the user calls the folder
record LogFolder(Disk disk, Path path, String name) {

    static final byte[] HEADER = "minikv log\0\1".getBytes(StandardCharsets.US_ASCII); // the last byte is the version
    private static final String SEGMENT = "log-";
    private static final String SNAPSHOT = "snapshot-";

    Path segment(int number) {
        return path.resolve(name(SEGMENT, number));
    }

    Path snapshot(int number) {
        return path.resolve(name(SNAPSHOT, number));
    }

    private static String name(String start, int number) {
        return String.format(Locale.ROOT, "%s%06d", start, number); // other locales have other digits
    }

    /// Returns the numbers of the segments, in order.
    List<Integer> segments() throws IOException {
        return numbers(SEGMENT);
    }

    /// Returns the numbers of the snapshots, in order.
    List<Integer> snapshots() throws IOException {
        return numbers(SNAPSHOT);
    }

    private List<Integer> numbers(String start) throws IOException {
        return disk.list(path).stream()
                .filter(name -> name.matches(start + "[0-9]{6,9}"))
                .map(name -> Integer.valueOf(name.substring(start.length())))
                .sorted()
                .toList();
    }

    /// Deletes what the newest snapshot covers.
    void deleteCovered() throws IOException {
        List<Integer> snapshots = snapshots();
        for (String start : List.of(SNAPSHOT, SEGMENT)) {
            for (int number : numbers(start)) {
                if (!snapshots.isEmpty() && number < snapshots.getLast()) {
                    disk.delete(path.resolve(name(start, number)));
                }
            }
        }
    }

    /// Deletes what a crash has left half written.
    void deleteLeftovers() throws IOException {
        for (String name : disk.list(path)) {
            if (name.matches("(log|snapshot)-.*" + Replacement.FRESH)) {
                disk.delete(path.resolve(name));
            }
        }
    }

    /// Returns where the first frame of a file is: after its header, or at 0 if it has none.
    ///
    /// @throws NewerVersionException if this program does not know its version yet
    int start(Path file, byte[] bytes) throws IOException {
        int version = HEADER.length - 1;
        if (Arrays.mismatch(bytes, HEADER) == version && bytes.length > version && bytes[version] > HEADER[version]) {
            throw new NewerVersionException(shown(file));
        }
        int mismatch = Arrays.mismatch(bytes, HEADER);
        return mismatch < 0 || mismatch == HEADER.length ? HEADER.length : 0;
    }

    /// Returns the name of a file as the user would write it.
    String shown(Path file) {
        return Path.of(name).resolve(file.getFileName()).toString();
    }

    /// Creates a segment without records.
    OpenFile beginSegment(int number) throws IOException {
        return replace(segment(number), out -> out.write(HEADER));
    }

    /// Creates a file, or replaces it, as a whole. When this returns, file and name are forced, and so is what was
    /// deleted before.
    ///
    /// @return the file, open at its end
    OpenFile replace(Path file, Contents contents) throws IOException {
        return Replacement.replace(disk, file, file, contents);
    }

    /// A file is of a version that this program does not know yet. The file is named.
    @SuppressWarnings("serial")
    static final class NewerVersionException extends FileSystemException {
        private NewerVersionException(String file) {
            super(file);
        }
    }
}
