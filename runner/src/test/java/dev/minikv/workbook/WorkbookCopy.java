package dev.minikv.workbook;

import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// A workbook of one exercise, 1.1 as it was shipped, in a folder in which anything may be broken.
///
/// Exercise 1.1 uses nothing of its step, so that there are no classes of step 01 beside it.
///
/// @param root the copy's top folder
public record WorkbookCopy(Path root) {

    /// How many exercises step 01 has in the workbook, which is what failure.txt speaks of.
    public static final int OF_STEP = 6;

    private static final String MODULE = "step-01-inmemory/exercises/";
    private static final String PACKAGE = "dev/minikv/step01/exercise1";

    /// Copies the exercise into an empty folder, the workspace as it was shipped.
    public static WorkbookCopy in(Path root) throws IOException {
        Path original = Catalog.rootOf(Path.of(""));
        for (String folder : new String[] {
            MODULE + "catalog/1.1-absent-is-not-null",
            MODULE + "src/test/java/" + PACKAGE,
            MODULE + "src/test/resources"
        }) {
            copyTree(original.resolve(folder), root.resolve(folder));
        }
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
