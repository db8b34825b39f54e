package dev.minikv.step07.repl;

import dev.minikv.step07.file.FileProblem;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.store.StoreError;
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
            case StoreFailed(StoreError.Unavailable(String _, Exception failure, boolean _)) -> Optional.of(failure);
            case LogFailed(LogProblem.DiskFailed(String _, Exception failure)) -> Optional.of(failure);
            case CloseFailed(LogProblem.DiskFailed(String _, Exception failure)) -> Optional.of(failure);
            case StoreFailed(StoreError.Unreachable(String _, Exception failure, boolean _)) -> Optional.of(failure);
            case PasswordFailed(String _, Exception failure) -> Optional.of(failure);
            case CannotListen(String _, Exception failure) -> Optional.of(failure);
            case BadAddress _, NotTogether _, NeedsPassword _ -> Optional.empty();
            case FileFailed _, StoreFailed _, LogFailed _, CloseFailed _, Salvaged _ -> Optional.empty();
            case NoFolderName _, NeedsFolder _, UnknownPolicy _ -> Optional.empty();
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

    /// The option for the data folder came without the name of one.
    record NoFolderName() implements Fault {}

    /// An option or a command is about a data folder, and there is none.
    record NeedsFolder(String what) implements Fault {}

    /// There is no such policy of forcing.
    record UnknownPolicy(String word) implements Fault {}

    /// A file cannot be loaded or saved.
    record FileFailed(FileProblem problem) implements Fault {}

    /// The store did not do what it was asked to.
    record StoreFailed(StoreError error) implements Fault {}

    /// The data folder cannot be opened or compacted.
    record LogFailed(LogProblem problem) implements Fault {}

    /// The data folder could not be closed in order.
    record CloseFailed(LogProblem problem) implements Fault {}

    /// The data folder was damaged, and the session goes on with what is left.
    ///
    /// @param lost how many records are missing
    /// @param entries how many entries are left
    record Salvaged(String folder, long lost, int entries) implements Fault {}

    /// What should be the address of a server is not one.
    record BadAddress(String address) implements Fault {}

    /// Two options exclude each other.
    record NotTogether(String option, String other) implements Fault {}

    /// The file with the password cannot be read, or its first line is empty.
    record PasswordFailed(String file, Exception failure) implements Fault {}

    /// A server would be reached from other machines without a password.
    record NeedsPassword(String host) implements Fault {}

    /// A server cannot listen.
    ///
    /// @param where the address
    record CannotListen(String where, Exception failure) implements Fault {}

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
