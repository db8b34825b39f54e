package dev.minikv.checks.session;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project as it is after a fresh clone and a build: without what its user has done and measured,
/// which `./workbook` keeps in `.workbook` and may answer from.
///
/// Folders are links to the project's own. The results are a copy, as a comparison writes beside them.
final class FreshClone {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".workbook", "target");

    private FreshClone() {}

    /// Makes one in an empty folder.
    static void of(Path root, Path folder) throws IOException {
        Path docs = root.resolve("docs");
        Path results = docs.resolve("benchmarks");
        for (Path file : files(root)) {
            if (!file.equals(docs) && !LEFT_OUT.contains(file.getFileName().toString())) {
                take(file, folder);
            }
        }
        Path docsThere = Files.createDirectory(folder.resolve("docs"));
        for (Path file : files(docs)) {
            if (!file.equals(results)) {
                take(file, docsThere);
            }
        }
        if (Files.isDirectory(results)) {
            Path resultsThere = Files.createDirectory(docsThere.resolve("benchmarks"));
            for (Path file : files(results)) {
                take(file, resultsThere);
            }
        }
    }

    /// The launcher looks at the times of files, and at those of a link if it meets one.
    private static void take(Path file, Path folder) throws IOException {
        Path there = folder.resolve(file.getFileName());
        if (Files.isDirectory(file)) {
            Files.createSymbolicLink(there, file);
        } else {
            Files.copy(file, there, COPY_ATTRIBUTES);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
