package dev.minikv.step06.repl;

import dev.minikv.step06.file.FileProblem;
import dev.minikv.step06.format.Format.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A problem outside the program, such as a missing file, or with the way it was started.
///
/// A fault is data; [Wording] turns it into a message. A bug in the program is not a fault: it is
/// thrown as an exception and ends the program.
public sealed interface Fault {

    /// Returns the exception that reported the fault, if there was one.
    default Optional<Exception> cause() {
        return switch (this) {
            case StreamFailed(IOException failure) -> Optional.of(failure);
            case HistoryFailed(Path _, Exception failure) -> Optional.of(failure);
            case ScriptFailed(String _, Exception failure) -> Optional.of(failure);
            case ScriptInItself _, ScriptTooDeep _, NoHome _, PlainTerminal _ -> Optional.empty();
            case FileFailed(FileProblem.NotOpened(String _, Exception failure)) -> Optional.of(failure);
            case FileFailed(FileProblem.NotReadable(String _, Exception failure)) -> Optional.of(failure);
            case FileFailed(FileProblem.NotWritable(String _, Exception failure)) -> Optional.of(failure);
            case FileFailed _, Salvaged _, NoFileName _, UnknownFormat _ -> Optional.empty();
            case UnknownEngine _, UnknownOption _, SecondScript _, NumberOutOfRange _ -> Optional.empty();
        };
    }

    /// The input cannot be read, or the output cannot be written.
    record StreamFailed(IOException failure) implements Fault {}

    /// A script cannot be read.
    ///
    /// @param file the name as it was given
    record ScriptFailed(String file, Exception failure) implements Fault {}

    /// A script would run itself, directly or through other scripts.
    record ScriptInItself(String file) implements Fault {}

    /// Scripts that run other scripts are nested too deeply.
    ///
    /// @param max how many may be nested
    record ScriptTooDeep(String file, int max) implements Fault {}

    /// The user has no home folder to keep the history in.
    record NoHome() implements Fault {}

    /// The history file cannot be read or written.
    record HistoryFailed(Path file, Exception failure) implements Fault {}

    /// The terminal shows text and reads whole lines, and does not support line editing.
    record PlainTerminal() implements Fault {}

    /// There is no such engine.
    ///
    /// @param near the engine that was probably meant, if there is one
    record UnknownEngine(String word, Optional<String> near) implements Fault {}

    /// An option came without the name of a file.
    record NoFileName(String option) implements Fault {}

    /// There is no such format.
    record UnknownFormat(String word) implements Fault {}

    /// The session's file cannot be loaded or saved.
    record FileFailed(FileProblem problem) implements Fault {}

    /// The session's file is damaged, and what is left was loaded.
    ///
    /// @param proven whether checksums vouch for what is left
    record Salvaged(String file, Decoded left, boolean proven) implements Fault {}

    /// There is no such option.
    ///
    /// @param near the option that was probably meant, if there is one
    record UnknownOption(String option, Optional<String> near) implements Fault {}

    /// More than one script was given.
    ///
    /// @param file the second one
    record SecondScript(String file) implements Fault {}

    /// The value of an option is not a number, or is out of range.
    ///
    /// @param value the value as it was given, empty if there was none
    record NumberOutOfRange(String option, String value, int min, int max) implements Fault {}
}
