package dev.minikv.step04.repl;

import dev.minikv.step04.store.Result;
import dev.minikv.step04.store.Result.Failure;
import dev.minikv.step04.store.Result.Success;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A file with commands that is open for reading.
///
/// @param path which file it is, however it was named
record ScriptFile(Path path, Reader in) implements AutoCloseable {

    /// Opens a file.
    ///
    /// @param name as it was typed; if it is relative, then to the current folder
    /// @return the file, or why it cannot be read
    static Result<ScriptFile, Fault> open(String name) {
        try {
            Path path = Path.of(name).toRealPath();
            var in = new BufferedInputStream(Files.newInputStream(path));
            in.mark(1);
            in.read(); // a folder can be opened, and this says what it is
            in.reset();
            return new Success<>(new ScriptFile(path, new Utf8Reader(in)));
        } catch (IOException | InvalidPathException e) {
            return new Failure<>(new Fault.ScriptFailed(name, e));
        }
    }

    /// Returns the files whose names, with their folder, start with what has been typed. Folders have a
    /// slash at the end.
    static List<String> names(String begun) {
        String folder = begun.substring(0, begun.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> name.startsWith(begun))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException _) {
            return List.of(); // there is no such folder: nothing to offer
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
