package dev.minikv.step03.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
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

/// Where a person's lines are kept from one session to the next: the last thousand, also while several
/// sessions add to them.
///
/// @param path which file it is
record HistoryFile(Path path) {

    /// How many lines are kept.
    static final int MAX_LINES = 1000;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// Returns where the file belongs: in the folder for the state of programs, as the XDG Base
    /// Directory Specification has it, and on Windows in the local application data. It is empty if the
    /// user has no home.
    ///
    /// @param userHome what Java takes for the user's home if the environment names none; `?` is none
    static Optional<Path> place(Map<String, String> environment, String userHome) {
        Optional<Path> state = folder(environment, "XDG_STATE_HOME").or(() -> folder(environment, "LOCALAPPDATA"));
        Optional<Path> home = folder(environment, "HOME")
                .or(() -> Optional.of(Path.of(userHome)).filter(Path::isAbsolute));
        return state.or(() -> home.map(folder -> folder.resolve(".local/state")))
                .map(folder -> folder.resolve("minikv/history"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.of(Path.of(environment.getOrDefault(name, "")))
                .filter(Path::isAbsolute); // as the specification asks
    }

    /// Makes sure that the file is there, and that its owner alone can read it where the file system has
    /// such permissions: what people type into a store is nobody else's business.
    ///
    /// @throws IOException if it cannot be written; the message is the name of a file, or the system's
    void prepare() throws IOException {
        Files.createDirectories(path.getParent());
        boolean hasPermissions =
                path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(path) && hasPermissions) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY)); // at no time open to others
        } else if (!Files.exists(path)) {
            Files.createFile(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        if (hasPermissions) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    /// Adds some lines, none of which has a line feed in it, and drops the oldest if there are too many.
    ///
    /// @return the lines that are kept now
    /// @throws IOException if the file cannot be read or written, or is not UTF-8
    List<String> add(String... added) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) { // another session may be adding, too
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
