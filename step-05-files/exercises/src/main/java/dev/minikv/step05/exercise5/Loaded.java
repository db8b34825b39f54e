package dev.minikv.step05.exercise5;

import java.util.List;
import java.util.Map.Entry;

/// What is in a file, or why it cannot be loaded.
public sealed interface Loaded {

    /// There is no file.
    record NoFile() implements Loaded {}

    /// The file is not one of ours.
    record NotOurs() implements Loaded {}

    /// The file is ours, and of a version that this program does not know yet.
    record Newer(int version) implements Loaded {}

    /// The file is ours, and not whole.
    ///
    /// @param offset the first byte of what is damaged
    record Damaged(int offset, Why why) implements Loaded {}

    /// The file is whole, and this is all that it contains.
    record Entries(List<Entry<String, String>> entries) implements Loaded {}

    /// What is wrong with a damaged file.
    enum Why {
        /// The end is missing.
        CUT_SHORT,

        /// A checksum does not match.
        CHECKSUM,

        /// Something follows the end.
        AFTER_END
    }
}
