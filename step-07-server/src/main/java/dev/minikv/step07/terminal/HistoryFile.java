package dev.minikv.step07.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The file that keeps the last thousand lines from one session to the next. Several sessions may add
/// to it at the same time.
///
/// @param path the path of the file
record HistoryFile(Path path) {

    /// The maximum number of lines in the file.
    static final int MAX_LINES = 1000;

    private static final long MAX_BYTES = 100_000_000; // at the start: the file is read as a whole

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// Returns where the file belongs: in the state folder of the XDG Base Directory Specification, or on
    /// Windows in the local application data. Empty if the user has no home folder.
    ///
    /// @param userHome the home folder according to Java, used if the environment names none; `?` means
    ///     that Java knows none
    static Optional<Path> place(Map<String, String> environment, String userHome) {
        Optional<Path> state = folder(environment, "XDG_STATE_HOME").or(() -> folder(environment, "LOCALAPPDATA"));
        Optional<Path> home = folder(environment, "HOME")
                .or(() -> Optional.of(Path.of(userHome)).filter(Path::isAbsolute));
        return state.or(() -> home.map(folder -> folder.resolve(".local/state")))
                .map(folder -> folder.resolve("minikv/history"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.of(Path.of(environment.getOrDefault(name, "")))
                .filter(Path::isAbsolute); // the specification says to ignore relative paths
    }

    /// Makes sure that the file exists and, where the file system has permissions, that only its owner
    /// can read it: what people type into a store is nobody else's business.
    ///
    /// @throws IOException if the file cannot be written; the message is a file name, or the system's own
    void prepare() throws IOException {
        Files.createDirectories(path.getParent());
        boolean hasPermissions =
                path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(path) && hasPermissions) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY)); // never open to others
        } else if (!Files.exists(path)) {
            Files.createFile(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (Files.size(path) > MAX_BYTES) {
            throw new FileSystemException(path.toString(), null, "it is larger than 100 MB");
        }
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        if (hasPermissions) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    /// Adds lines, which must not contain line feeds, and drops the oldest if there are too many.
    ///
    /// @return all lines in the file afterwards
    /// @throws IOException if the file cannot be read or written, or is not UTF-8
    List<String> add(String... added) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) { // another session may add lines at the same time
            var content = ByteBuffer.allocate((int) channel.size());
            while (content.hasRemaining() && channel.read(content) >= 0) {}
            String text = UTF_8.newDecoder().decode(content.flip()).toString();
            var lines = new ArrayList<>(text.isEmpty() ? List.of() : List.of(text.split("\n")));
            lines.addAll(List.of(added));
            List<String> kept = lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size());
            var written = UTF_8.encode(String.join("\n", kept) + (kept.isEmpty() ? "" : "\n"));
            channel.truncate(channel.position(0).write(written));
            return List.copyOf(kept);
        }
    }
}
