package dev.minikv.step05.exercise6;

import static dev.minikv.step05.exercise6.Saver.beside;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.Disk.OpenFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Savers that keep their promise, each in its own way.
final class CorrectSavers {

    private CorrectSavers() {}

    /// Leaves an unfinished file to the next save.
    static void writesBeside(Disk disk, Path file, byte[] bytes) throws IOException {
        Path fresh = beside(file, ".new");
        disk.delete(fresh);
        write(disk, fresh, file, bytes);
        publish(disk, fresh, file);
    }

    /// Writes in two pieces, and tidies up after an error.
    static void forcesEachHalf(Disk disk, Path file, byte[] bytes) throws IOException {
        Path fresh = beside(file, ".tmp");
        disk.delete(fresh);
        try (OpenFile out = disk.create(fresh, file)) {
            int half = bytes.length / 2;
            out.write(bytes, 0, half);
            out.force();
            out.write(bytes, half, bytes.length - half);
            out.force();
        } catch (IOException e) {
            disk.delete(fresh);
            throw e;
        }
        publish(disk, fresh, file);
    }

    /// Keeps a copy of the old state as well.
    static void keepsACopy(Disk disk, Path file, byte[] bytes) throws IOException {
        try {
            byte[] old = disk.read(file);
            Path copy = beside(file, ".old");
            disk.delete(copy);
            write(disk, copy, file, old);
        } catch (NoSuchFileException _) {
            // this is the first save
        }
        writesBeside(disk, file, bytes);
    }

    /// Saves once more if something fails.
    static void triesAgain(Disk disk, Path file, byte[] bytes) throws IOException {
        try {
            writesBeside(disk, file, bytes);
        } catch (IOException _) {
            writesBeside(disk, file, bytes);
        }
    }

    /// Never deletes anything: takes the first name that is free.
    static void takesAFreeName(Disk disk, Path file, byte[] bytes) throws IOException {
        Path fresh = beside(file, ".new");
        while (true) {
            try {
                write(disk, fresh, file, bytes);
                publish(disk, fresh, file);
                return;
            } catch (FileAlreadyExistsException _) {
                fresh = beside(fresh, "er");
            }
        }
    }

    private static void write(Disk disk, Path fresh, Path file, byte[] bytes) throws IOException {
        try (OpenFile out = disk.create(fresh, file)) {
            out.write(bytes);
            out.force();
        }
    }

    private static void publish(Disk disk, Path fresh, Path file) throws IOException {
        disk.rename(fresh, file);
        disk.forceFolder(file.getParent());
    }
}
