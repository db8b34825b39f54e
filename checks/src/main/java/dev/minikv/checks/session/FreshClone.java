package dev.minikv.checks.session;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project as it is after a fresh clone and a build: without the user's progress and results, which
/// `./workbook` keeps in `.workbook` and which would change its output.
///
/// Folders are links to the project's own. The results are a copy, because a comparison writes beside them.
final class FreshClone {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".workbook", "target");
    private static final List<String> COPIED = List.of("docs", "benchmarks");

    private FreshClone() {}

    /// Makes one in an empty folder.
    static void of(Path root, Path folder) throws IOException {
        take(root, folder, COPIED);
    }

    /// Copies or links the contents of a folder. Times are kept, because the launcher looks at the times of
    /// files, and of links.
    ///
    /// @param copied the path of the folder in it that is copied
    private static void take(Path from, Path to, List<String> copied) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(file -> !LEFT_OUT.contains(file.getFileName().toString()))
                    .toList();
        }
        for (Path file : files) {
            Path there = to.resolve(file.getFileName());
            if (!Files.isDirectory(file)) {
                Files.copy(file, there, COPY_ATTRIBUTES);
            } else if (copied.stream().limit(1).anyMatch(file::endsWith)) {
                take(file, Files.createDirectory(there), copied.subList(1, copied.size()));
            } else {
                Files.createSymbolicLink(there, file);
            }
        }
    }
}
