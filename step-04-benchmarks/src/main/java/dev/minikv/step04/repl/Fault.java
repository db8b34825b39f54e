package dev.minikv.step04.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A fault of the surroundings, such as a file that is not there, or of how the program was started.
///
/// It is data, which [Wording] puts in words. A bug of this program is not among the faults: it is
/// thrown, and ends the program.
public sealed interface Fault {

    /// Returns the exception that reported it, if one did.
    default Optional<Exception> cause() {
        return switch (this) {
            case StreamFailed(IOException failure) -> Optional.of(failure);
            case HistoryFailed(Path _, Exception failure) -> Optional.of(failure);
            case ScriptFailed(String _, Exception failure) -> Optional.of(failure);
            case ScriptInItself _, ScriptTooDeep _, NoHome _, PlainTerminal _ -> Optional.empty();
            case UnknownEngine _, UnknownOption _, SecondScript _, NumberOutOfRange _ -> Optional.empty();
        };
    }

    /// The input cannot be read, or the output cannot be written.
    record StreamFailed(IOException failure) implements Fault {}

    /// A script cannot be read.
    ///
    /// @param file as it was named
    record ScriptFailed(String file, Exception failure) implements Fault {}

    /// A script is to be read within itself.
    record ScriptInItself(String file) implements Fault {}

    /// A script is to be read within too many others.
    record ScriptTooDeep(String file, int max) implements Fault {}

    /// The user has no home folder, so the history has no place.
    record NoHome() implements Fault {}

    /// The history can be neither read nor kept.
    record HistoryFailed(Path file, Exception failure) implements Fault {}

    /// The terminal shows text and takes whole lines, and can do no more.
    record PlainTerminal() implements Fault {}

    /// There is no such engine.
    ///
    /// @param near the engine that was probably meant, if there is one
    record UnknownEngine(String word, Optional<String> near) implements Fault {}

    /// There is no such option.
    ///
    /// @param near the option that was probably meant, if there is one
    record UnknownOption(String option, Optional<String> near) implements Fault {}

    /// There is a script to run already.
    record SecondScript(String file) implements Fault {}

    /// An option's value is not a number, or not one in the range that makes sense.
    ///
    /// @param value what was given, empty if nothing was
    record NumberOutOfRange(String option, String value, int min, int max) implements Fault {}
}
