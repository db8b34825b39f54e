package dev.minikv.step05.exercise4;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.Disk.OpenFile;
import java.io.IOException;
import java.nio.file.Path;

/// Saves bytes in files.
public final class Saver {

    private Saver() {}

    /// Replaces the bytes of a file, or creates it.
    ///
    /// @param file an absolute path, as [Disk#locate] returns it
    /// @throws IOException if the disk fails
    public static void save(Disk disk, Path file, byte[] bytes) throws IOException {
        disk.delete(file);
        OpenFile out = disk.create(file, file);
        out.write(bytes);
        out.close();
    }
}
