package dev.minikv.step04.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A fault of the surroundings, or of how the program was started: no line can mend it.
public sealed interface Fault extends Problem {

    /// Returns what the system said, if it said something.
    default Optional<IOException> cause() {
        return Optional.empty();
    }

    /// The input cannot be read, or the output cannot be written.
    record StreamFailed(IOException failure) implements Fault {
        @Override
        public Optional<IOException> cause() {
            return Optional.of(failure);
        }
    }

    /// The history can be neither read nor kept.
    record HistoryFailed(Path file, IOException failure) implements Fault {
        @Override
        public Optional<IOException> cause() {
            return Optional.of(failure);
        }
    }

    /// There is no such engine.
    record UnknownEngine(String word) implements Fault {}

    /// There is no such option.
    record UnknownOption(String option) implements Fault {}

    /// An option's value is no number, or not one in the range that makes sense.
    ///
    /// @param value what was given, empty if nothing was
    record NumberOutOfRange(String option, String value, int least, int most) implements Fault {}
}
