package dev.minikv.step07.log;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// When the log is forced, which decides what an answer promises.
///
/// Under each policy a change is written before it is answered, so the end of the process loses nothing.
public enum SyncPolicy {

    /// Before each answer: what was answered survives a power cut.
    ALWAYS,

    /// Once a second: a power cut loses at most what was answered since the last force but one.
    SECOND,

    /// When the operating system chooses to, when a segment ends, and at an orderly end.
    NEVER;

    /// Returns the word for the policy in options.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the policy of that word, if there is one.
    public static Optional<SyncPolicy> of(String word) {
        return Stream.of(values()).filter(policy -> policy.word().equals(word)).findFirst();
    }
}
