package dev.minikv.step07.file;

import dev.minikv.step07.format.Damage;
import dev.minikv.step07.store.StoreError;
import java.util.List;

/// Why entries could not be loaded from a file or saved to it. File and store are as they were.
public sealed interface FileProblem {

    /// Returns the name of the file, or an empty text if there is none.
    default String file() {
        return "";
    }

    /// The file cannot be opened, or not locked.
    record NotOpened(String file, Exception cause) implements FileProblem {}

    /// The file cannot be read, for example because it is not there.
    record NotReadable(String file, Exception cause) implements FileProblem {}

    /// The file cannot be written.
    record NotWritable(String file, Exception cause) implements FileProblem {}

    /// The file is in none of our formats.
    record NotOurs(String file) implements FileProblem {}

    /// The file is of a version that this program does not know yet.
    record Newer(String file) implements FileProblem {}

    /// The file is not whole.
    ///
    /// @param damages at least one
    record Damaged(String file, List<Damage> damages) implements FileProblem {}

    /// The store does not take an entry of the file.
    record Refused(String file, StoreError error) implements FileProblem {}

    /// A key or its value is not Unicode, and the format can hold no such text.
    record CannotHold(String file, String key, String format) implements FileProblem {}

    /// Another process has the file open.
    record InUse(String file) implements FileProblem {}

    /// The file has something in it that was neither loaded from there nor saved there by us.
    record Changed(String file) implements FileProblem {}

    /// The disk is a real one, and nothing can happen to it at a command.
    record NotSimulated() implements FileProblem {}
}
