package dev.minikv.step07.repl;

import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A file of commands, open for reading.
///
/// @param path the real path, the same for every name of the file
record ScriptFile(Path path, Reader in) implements AutoCloseable {

    /// Opens a file.
    ///
    /// @param name the name as it was typed, absolute or relative to the current folder
    /// @return the file, or why it cannot be read
    static Result<ScriptFile, Fault> open(String name) {
        try {
            Path path = Path.of(name).toRealPath();
            var in = new BufferedInputStream(Files.newInputStream(path));
            in.mark(1);
            in.read(); // a folder can be opened, and fails only when it is read
            in.reset();
            return new Success<>(new ScriptFile(path, new Utf8Reader(in)));
        } catch (IOException | InvalidPathException e) {
            return new Failure<>(new Fault.ScriptFailed(name, e));
        }
    }

    /// Returns the files whose path starts with what has been typed. The path of a folder ends with a
    /// slash.
    static List<String> names(String begun) {
        String folder = begun.substring(0, begun.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> name.startsWith(begun))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException _) {
            return List.of(); // no such folder, so nothing to offer
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
