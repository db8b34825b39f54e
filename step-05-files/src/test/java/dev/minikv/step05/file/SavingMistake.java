package dev.minikv.step05.file;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.Disk.OpenFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Ways of replacing a file that are wrong, each by one mistake, and [#NONE], which is right.
enum SavingMistake {
    /// No mistake.
    NONE,

    /// Writes into the file itself, and not beside it.
    WRITES_IN_PLACE,

    /// Removes the old file, and then writes the new one.
    DELETES_FIRST,

    /// Gives the old file another name before the new one gets its name.
    MOVES_OLD_AWAY,

    /// Never forces the contents.
    NO_FORCE,

    /// Forces the contents when the file has its name already.
    RENAMES_BEFORE_FORCE,

    /// Forces all but what is written last.
    FORCES_TOO_EARLY,

    /// Never forces the folder.
    NO_FOLDER_FORCE,

    /// Forces the folder before the name changes.
    FOLDER_FORCE_TOO_EARLY,

    /// Cannot create the new file if one was left by a crash.
    STUMBLES_OVER_LEFTOVER,

    /// Goes on if the disk is full.
    IGNORES_FAILED_WRITE,

    /// Goes on if the disk says that it could not force the contents.
    IGNORES_FAILED_FORCE,

    /// Forces the contents again if that fails, and believes it.
    REPEATS_FAILED_FORCE;

    /// Replaces a file, in two pieces.
    void save(Disk disk, Path file, byte[] bytes) throws IOException {
        Path fresh = this == WRITES_IN_PLACE ? file : file.resolveSibling(file.getFileName() + ".saving");
        if (this == DELETES_FIRST) {
            disk.delete(file);
        }
        if (this != STUMBLES_OVER_LEFTOVER) {
            disk.delete(fresh);
        }
        try (OpenFile out = disk.create(fresh, file)) {
            int half = bytes.length / 2;
            write(out, bytes, 0, half);
            if (this == FORCES_TOO_EARLY) {
                out.force();
            }
            write(out, bytes, half, bytes.length - half);
            if (this == RENAMES_BEFORE_FORCE) {
                disk.rename(fresh, file);
            }
            if (this != NO_FORCE && this != FORCES_TOO_EARLY) {
                force(out);
            }
        }
        if (this == FOLDER_FORCE_TOO_EARLY) {
            disk.forceFolder(file.getParent());
        }
        if (this == MOVES_OLD_AWAY) {
            moveIfThere(disk, file);
        }
        if (this != WRITES_IN_PLACE && this != RENAMES_BEFORE_FORCE) {
            disk.rename(fresh, file);
        }
        if (this != NO_FOLDER_FORCE && this != FOLDER_FORCE_TOO_EARLY) {
            disk.forceFolder(file.getParent());
        }
    }

    private void write(OpenFile out, byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (this != IGNORES_FAILED_WRITE) {
                throw e;
            }
        }
    }

    private void force(OpenFile out) throws IOException {
        try {
            out.force();
        } catch (IOException e) {
            switch (this) {
                case IGNORES_FAILED_FORCE -> {}
                case REPEATS_FAILED_FORCE -> out.force();
                default -> throw e;
            }
        }
    }

    private static void moveIfThere(Disk disk, Path file) throws IOException {
        try {
            disk.rename(file, file.resolveSibling(file.getFileName() + ".old"));
        } catch (NoSuchFileException _) {
            // it is not there
        }
    }
}
