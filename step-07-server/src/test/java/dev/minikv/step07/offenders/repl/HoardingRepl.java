package dev.minikv.step07.offenders.repl;

import dev.minikv.step07.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;

/// A REPL that keeps a file of its own beside the log.
public final class HoardingRepl {

    void keep(Disk disk, Path file) throws IOException {
        disk.create(file, file).close();
    }
}
