package dev.minikv.step06.exercise5;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.Disk.OpenFile;
import java.io.IOException;
import java.nio.file.Path;

/// The compaction of a log: a snapshot takes the place of older files.
///
/// The snapshot and its name are on the disk before anything that it covers is deleted. So whenever a compaction
/// stops, there is a snapshot, old or new, and all segments from its number on.
public final class Compactor {

    private Compactor() {}

    /// Writes a snapshot of all segments below a number, and deletes what it covers.
    ///
    /// @param folder where the log is, which is in use meanwhile
    /// @param open the number of the segment that is being written to; all below it are complete, and forced
    /// @throws IOException if the disk fails; the log then says what it said before
    public static void compact(Disk disk, Path folder, int open) throws IOException {
        var log = new LogFolder(disk, folder);
        for (String name : log.leftovers()) {
            disk.delete(folder.resolve(name));
        }
        Path snapshot = log.snapshot(open);
        Path fresh = snapshot.resolveSibling(snapshot.getFileName() + ".new");
        byte[] bytes = LogFolder.snapshotOf(log.read(open));
        try {
            write(disk, fresh, bytes);
            disk.rename(fresh, snapshot);
        } catch (IOException e) {
            discard(disk, fresh);
            throw e;
        }
        disk.forceFolder(folder);
        deleteCovered(disk, log, open);
    }

    /// Writes a new file, and forces it.
    private static void write(Disk disk, Path file, byte[] bytes) throws IOException {
        try (OpenFile out = disk.create(file, file)) {
            out.write(bytes);
            out.force();
        }
    }

    private static void deleteCovered(Disk disk, LogFolder log, int open) throws IOException {
        for (int number : log.snapshots()) {
            if (number < open) {
                disk.delete(log.snapshot(number));
            }
        }
        for (int number : log.segments()) {
            if (number < open) {
                disk.delete(log.segment(number));
            }
        }
    }

    private static void discard(Disk disk, Path file) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                disk.delete(file);
                return;
            } catch (IOException _) {
                // the next attempt may work
            }
        }
    }
}
