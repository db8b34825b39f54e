package dev.minikv.step04.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A fault of the surroundings, or of how the program was started: no line can mend it.
///
/// It is data, which [Wording] puts in words. A bug of this program is not among the faults: it is
/// thrown, and ends the program.
public sealed interface Fault {

    /// Returns the exception that reported it, if one did.
    default Optional<Exception> cause() {
        return switch (this) {
            case StreamFailed(IOException failure) -> Optional.of(failure);
            case HistoryFailed(Path _, Exception failure) -> Optional.of(failure);
            case PlainTerminal _, UnknownEngine _, UnknownOption _, NumberOutOfRange _ -> Optional.empty();
        };
    }

    /// The input cannot be read, or the output cannot be written.
    record StreamFailed(IOException failure) implements Fault {}

    /// The history can be neither read nor kept.
    record HistoryFailed(Path file, Exception failure) implements Fault {}

    /// The terminal shows text and takes whole lines, and can do no more.
    record PlainTerminal() implements Fault {}

    /// There is no such engine.
    record UnknownEngine(String word) implements Fault {}

    /// There is no such option.
    record UnknownOption(String option) implements Fault {}

    /// An option's value is not a number, or not one in the range that makes sense.
    ///
    /// @param value what was given, empty if nothing was
    record NumberOutOfRange(String option, String value, int min, int max) implements Fault {}
}
