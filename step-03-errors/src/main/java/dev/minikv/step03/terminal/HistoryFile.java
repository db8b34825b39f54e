package dev.minikv.step03.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where a person's lines are kept from one session to the next.
final class HistoryFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private HistoryFile() {}

    /// Returns where the file belongs: in the folder for the state of programs, as the XDG Base
    /// Directory Specification has it, and on Windows in the local application data.
    static Path place(Map<String, String> environment, Path home) {
        Path state = Stream.of("XDG_STATE_HOME", "LOCALAPPDATA")
                .map(name -> Path.of(environment.getOrDefault(name, "")))
                .filter(Path::isAbsolute) // as the specification asks
                .findFirst()
                .orElse(home.resolve(".local/state"));
        return state.resolve("minikv").resolve("history");
    }

    /// Makes sure that the file is there, and that its owner alone can read it where the file system has
    /// such permissions: what people type into a store is nobody else's business.
    ///
    /// @throws IOException if it cannot be written; the message is the name of a file, or the system's
    static void prepare(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        boolean hasPermissions =
                file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(file) && hasPermissions) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY)); // at no time open to others
        } else if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        if (hasPermissions) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }
}
