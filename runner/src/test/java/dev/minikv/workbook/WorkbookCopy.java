package dev.minikv.workbook;

import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// A workbook of one exercise in a folder in which anything may be broken. It is a small 1.1, and uses nothing of
/// its step, so that there are no classes of step 01 beside it.
///
/// @param root the copy's top folder
public record WorkbookCopy(Path root) {

    /// How many exercises its failure.txt speaks of.
    public static final int OF_STEP = 6;

    /// Copies the exercise into an empty folder, the workspace as it was shipped.
    public static WorkbookCopy in(Path root) throws IOException {
        copyTree(Catalog.rootOf(Path.of("")).resolve("runner/src/test/resources/workbook"), root);
        Files.createFile(root.resolve("workbook.cmd"));
        Files.writeString(root.resolve("pom.xml"), "<module>step-01-inmemory</module>\n");
        var copy = new WorkbookCopy(root);
        copyTree(copy.exercise().starter(), copy.exercise().workspace());
        return copy;
    }

    /// Returns the exercise as it is described now.
    public Exercise exercise() throws IOException {
        return Catalog.read(root).find("1.1").orElseThrow();
    }

    /// Returns the file that the learner edits, as it lies in one of the exercise's folders.
    public static Path fileIn(Path place) {
        return place.resolve("OptionalStore.java");
    }

    /// Puts the learner's file of one of the exercise's folders over that of another.
    public static void copyOver(Path from, Path to) throws IOException {
        Files.copy(fileIn(from), fileIn(to), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Replaces a piece of text in a file, which must be there.
    public static void replace(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("there is no '" + old + "' in " + file);
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
