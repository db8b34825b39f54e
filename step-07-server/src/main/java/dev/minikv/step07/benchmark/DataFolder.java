package dev.minikv.step07.benchmark;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// An empty folder on a disk, for one benchmark.
///
/// @param path where it is
record DataFolder(Path path) {

    private static final List<String> IN_MEMORY = List.of("tmpfs", "ramfs");

    /// Creates it among the temporary files, or in the user's folder if those are kept in memory, where a force
    /// does nothing.
    static DataFolder create() throws IOException {
        for (String property : List.of("java.io.tmpdir", "user.home")) {
            Path parent = Path.of(System.getProperty(property));
            FileStore disk = Files.getFileStore(parent);
            if (!IN_MEMORY.contains(disk.type())) {
                return new DataFolder(Files.createTempDirectory(parent, "server-benchmark"));
            }
        }
        throw new IOException("temporary files and the user's folder are both kept in memory: set java.io.tmpdir");
    }

    /// Returns which disk it is on.
    String disk() throws IOException {
        FileStore disk = Files.getFileStore(path);
        return "data in %s, on %s, %s".formatted(path.getParent(), disk.name(), disk.type());
    }

    /// Removes it and all that is in it.
    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
