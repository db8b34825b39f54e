package dev.minikv.step07.offenders.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Saves past the disk, so no test can crash it half way.
public final class HastySaver {

    void save(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
