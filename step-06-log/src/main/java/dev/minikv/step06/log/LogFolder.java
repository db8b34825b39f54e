package dev.minikv.step06.log;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.Disk.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The files of a log in their folder.
///
/// `log-000007` is a segment: records, from where segment 6 ends. `snapshot-000007` is what all segments below 7 have
/// come to, which are not needed any more. Each starts with the same header.
final class LogFolder {

    static final byte[] HEADER = "minikv log\0\1".getBytes(StandardCharsets.US_ASCII); // the last byte is the version
    private static final String SEGMENT = "log-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String FRESH = ".new";

    private final Disk disk;
    private final Path path;

    LogFolder(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    Path segment(int number) {
        return path.resolve(SEGMENT + "%06d".formatted(number));
    }

    Path snapshot(int number) {
        return path.resolve(SNAPSHOT + "%06d".formatted(number));
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
                .filter(Pattern.compile(start + "\\d{6,9}").asMatchPredicate())
                .map(name -> Integer.valueOf(name.substring(start.length())))
                .sorted()
                .toList();
    }

    /// Deletes what the newest snapshot makes superfluous.
    void deleteCovered() throws IOException {
        int newest = snapshots().isEmpty() ? 0 : snapshots().getLast();
        for (int number : snapshots()) {
            if (number < newest) {
                disk.delete(snapshot(number));
            }
        }
        for (int number : segments()) {
            if (number < newest) {
                disk.delete(segment(number));
            }
        }
    }

    /// Deletes the files that a crash has left unfinished.
    void deleteUnfinished() throws IOException {
        for (String name : disk.list(path)) {
            if (name.endsWith(FRESH) && (name.startsWith(SEGMENT) || name.startsWith(SNAPSHOT))) {
                disk.delete(path.resolve(name));
            }
        }
    }

    /// Returns where the first frame of a file is: after its header, or at 0 if it has none.
    ///
    /// @throws NewerVersionException if this program does not know its version yet
    static int start(Path file, byte[] bytes) throws IOException {
        int version = HEADER.length - 1;
        if (Arrays.mismatch(bytes, HEADER) == version && bytes.length > version && bytes[version] > HEADER[version]) {
            throw new NewerVersionException(file);
        }
        int mismatch = Arrays.mismatch(bytes, HEADER);
        return mismatch < 0 || mismatch == HEADER.length ? HEADER.length : 0;
    }

    /// Creates a segment without records.
    OpenFile beginSegment(int number) throws IOException {
        return replace(segment(number), out -> out.write(HEADER));
    }

    byte[] read(Path file) throws IOException {
        return disk.read(file);
    }

    InputStream open(Path file) throws IOException {
        return disk.open(file);
    }

    void delete(Path file) throws IOException {
        disk.delete(file);
    }

    /// Writes bytes.
    interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Creates a file, or replaces it, as a whole: after a crash there is the old one or the new one. When this
    /// returns, file and name are forced, and so is what was deleted before.
    ///
    /// @return the file, open at its end
    OpenFile replace(Path file, Contents contents) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + FRESH);
        disk.delete(fresh); // left by a crash
        OpenFile out = disk.create(fresh, file);
        try {
            contents.writeTo(out);
            out.force();
            disk.rename(fresh, file);
            disk.forceFolder(path);
            return out;
        } catch (IOException e) {
            try (out) {
                disk.delete(fresh); // so that it does not fill the disk
            } catch (IOException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    /// Keeps a copy of a damaged file.
    void keepCopy(Path file) throws IOException {
        String name = file.getFileName() + ".damaged";
        List<String> taken = disk.list(path);
        for (int number = 2; taken.contains(name); number++) {
            name = file.getFileName() + ".damaged" + number;
        }
        try (InputStream in = disk.open(file)) {
            replace(path.resolve(name), in::transferTo).close();
        }
    }

    /// A file is of a version that this program does not know yet. The message is its name.
    @SuppressWarnings("serial")
    static final class NewerVersionException extends IOException {
        private NewerVersionException(Path file) {
            super(file.toString());
        }
    }
}
