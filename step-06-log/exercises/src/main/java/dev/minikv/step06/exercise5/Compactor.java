package dev.minikv.step06.exercise5;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.Disk.OpenFile;
import java.io.IOException;
import java.nio.file.Path;

/// The compaction of a log: a snapshot takes the place of older files.
public final class Compactor {

    private Compactor() {}

    /// Writes a snapshot of all segments below a number, and deletes what it covers.
    ///
    /// @param folder where the log is, which is in use meanwhile
    /// @param open the number of the segment that is being written to; all below it are complete, and forced
    /// @throws IOException if the disk fails
    public static void compact(Disk disk, Path folder, int open) throws IOException {
        var log = new LogFolder(disk, folder);
        byte[] bytes = LogFolder.snapshotOf(log.read(open));
        for (int number : log.segments()) {
            if (number < open) {
                disk.delete(log.segment(number));
            }
        }
        OpenFile out = disk.create(log.snapshot(open), folder);
        out.write(bytes);
        out.close();
    }
}
