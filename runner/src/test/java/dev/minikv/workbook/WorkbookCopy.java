package dev.minikv.workbook;

import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// A workbook with one exercise, in a folder where anything may be broken. The exercise is a small 1.1 that
/// uses nothing of its step, so the classes of step 01 are not needed.
///
/// @param root the copy's top folder
public record WorkbookCopy(Path root) {

    /// The number of exercises in its failure.txt.
    public static final int OF_STEP = 6;

    /// Copies the exercise into an empty folder, with the starter in the workspace.
    public static WorkbookCopy in(Path root) throws IOException {
        copyTree(Catalog.rootOf(Path.of("")).resolve("runner/src/test/resources/workbook"), root);
        Files.createFile(root.resolve("workbook.cmd"));
        Files.writeString(root.resolve("pom.xml"), "<module>step-01-inmemory</module>\n");
        var copy = new WorkbookCopy(root);
        copyTree(copy.exercise().starter(), copy.exercise().workspace());
        return copy;
    }

    /// Returns the exercise as its properties describe it now.
    public Exercise exercise() throws IOException {
        return Catalog.read(root).find("1.1").orElseThrow();
    }

    /// Returns the learner's file in one of the exercise's folders.
    public static Path fileIn(Path place) {
        return place.resolve("OptionalStore.java");
    }

    /// Copies the learner's file from one of the exercise's folders to another.
    public static void copyOver(Path from, Path to) throws IOException {
        Files.copy(fileIn(from), fileIn(to), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Replaces a piece of text in a file, which must contain it.
    public static void replace(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("'" + old + "' is not in " + file);
        }
        Files.writeString(file, text.replace(old, replacement));
    }

    /// Adds a field or a method to the end of the exercise's test class.
    public void addToTests(String member) throws IOException {
        Path file = exercise().testFolder().resolve("AbsentIsNotNullTest.java");
        String text = Files.readString(file).stripTrailing();
        Files.writeString(file, text.substring(0, text.length() - 1) + "\n" + member + "\n}\n");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
