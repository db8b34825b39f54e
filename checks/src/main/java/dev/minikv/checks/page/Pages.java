package dev.minikv.checks.page;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds every Markdown page of a project.
public final class Pages {

    /// Folders whose pages are generated, not ours, or part of an exercise, which has its own tests.
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", "catalog");

    private Pages() {}

    /// Returns the pages in a folder and in the folders below it, in the order of their paths.
    public static List<Page> under(Path root) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean wanted =
                        folder.equals(root) || isWanted(folder.getFileName().toString());
                return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        var pages = new ArrayList<Page>();
        for (Path file : files.stream().sorted().toList()) {
            pages.add(Page.read(root, file));
        }
        return pages;
    }

    private static boolean isWanted(String folder) {
        return !folder.startsWith(".") && !LEFT_OUT.contains(folder);
    }
}
