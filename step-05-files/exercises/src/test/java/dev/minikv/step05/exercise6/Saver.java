package dev.minikv.step05.exercise6;

import dev.minikv.step05.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;

/// Replaces all that is in a file, or creates the file.
interface Saver {

    void save(Disk disk, Path file, byte[] bytes) throws IOException;

    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
