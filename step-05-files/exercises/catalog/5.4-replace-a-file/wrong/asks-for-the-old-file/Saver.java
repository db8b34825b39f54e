package dev.minikv.step05.exercise4;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.Disk.OpenFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Saves bytes in files.
public final class Saver {

    private Saver() {}

    /// Replaces the bytes of a file, or creates it.
    ///
    /// @param file an absolute path, as [Disk#locate] returns it
    /// @throws IOException if the disk fails
    public static void save(Disk disk, Path file, byte[] bytes) throws IOException {
        disk.read(file); // fails if there is no such file
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        deleteIfThere(disk, fresh); // left by a save that was stopped
        try {
            write(disk, fresh, file, bytes);
            disk.rename(fresh, file);
        } catch (IOException e) {
            discard(disk, fresh);
            throw e;
        }
        disk.forceFolder(file.getParent());
    }

    /// Writes a new file, and forces it.
    private static void write(Disk disk, Path file, Path like, byte[] bytes) throws IOException {
        try (OpenFile out = disk.create(file, like)) {
            out.write(bytes);
            out.force();
        }
    }

    private static void discard(Disk disk, Path file) {
        try {
            disk.delete(file);
        } catch (IOException _) {
            // what failed first is what the caller has to know
        }
    }

    private static void deleteIfThere(Disk disk, Path file) throws IOException {
        try {
            disk.delete(file);
        } catch (NoSuchFileException _) {
            // nothing to delete
        }
    }
}
