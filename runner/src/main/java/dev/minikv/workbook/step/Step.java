package dev.minikv.workbook.step;

import dev.minikv.workbook.WorkbookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One step of the workbook: a module of the root POM whose name begins with its number.
///
/// A folder that looks like a step but is not a module, such as a copy, does not count.
///
/// @param number from 1
/// @param folder its top folder, such as step-03-errors, absolute
public record Step(int number, Path folder) {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>\\s*(step-(\\d{2,})-[^/<\\s]+)\\s*</module>");

    /// Returns the steps of the workbook in a folder, in the order of their numbers.
    ///
    /// @throws IOException if the root POM cannot be read
    /// @throws WorkbookException if there is none
    public static List<Step> in(Path root) throws IOException {
        try {
            String pom =
                    COMMENT.matcher(Files.readString(root.resolve("pom.xml"))).replaceAll("");
            return MODULE.matcher(pom)
                    .results()
                    .map(module -> of(root, module))
                    .sorted(Comparator.comparingInt(Step::number))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new WorkbookException("there is no " + e.getFile() + ", which names the steps");
        }
    }

    private static Step of(Path root, MatchResult module) {
        return new Step(Integer.parseInt(module.group(2)), root.resolve(module.group(1)));
    }

    /// Returns a step's number as in the names of folders and packages: 03, or 10.
    public static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /// Returns its Java package, such as dev.minikv.step03.
    public String packageName() {
        return "dev.minikv.step" + twoDigits(number);
    }

    /// Returns the chapter about it, where there is one.
    public Optional<Path> chapter() {
        Path chapter = folder.resolveSibling("docs").resolve(folder.getFileName() + ".md");
        return Optional.of(chapter).filter(Files::isRegularFile);
    }

    /// Returns its main files, sources and resources, by their names.
    ///
    /// @throws IOException if they cannot be read
    public SequencedMap<FileName, Path> mainFiles() throws IOException {
        return files("src/main");
    }

    /// Returns the sources of its tests, by their names.
    ///
    /// @throws IOException if they cannot be read
    public SequencedMap<FileName, Path> testSources() throws IOException {
        return files("src/test/java");
    }

    /// Returns its files below one of its folders, such as src/test, by their names.
    ///
    /// @throws IOException if they cannot be read
    public SequencedMap<FileName, Path> files(String below) throws IOException {
        var files = new TreeMap<FileName, Path>();
        Path top = folder.resolve(below);
        if (Files.isDirectory(top)) {
            try (Stream<Path> found = Files.walk(top)) {
                found.filter(Files::isRegularFile).forEach(file -> files.put(nameOf(file), file));
            }
        }
        return files;
    }

    /// Returns the name of a file of this step, which need not exist.
    public FileName nameOf(Path file) {
        return new FileName(withoutStep(slashes(folder.relativize(file))));
    }

    /// Returns where a file of this name is in this step, or would be.
    public Path fileOf(FileName name) {
        return folder.resolve(name.path().replace(FileName.PACKAGE, packagePath()));
    }

    private String withoutStep(String path) {
        return path.replace(packagePath(), FileName.PACKAGE);
    }

    private String packagePath() {
        return "/" + packageName().replace('.', '/') + "/";
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /// Returns the pages of the chapter about it: first the one with the name of its folder, then the others
    /// by name. Empty if there is no chapter.
    ///
    /// @throws IOException if the folder of the pages cannot be read
    public List<Path> pages() throws IOException {
        Optional<Path> first = chapter();
        if (first.isEmpty()) {
            return List.of();
        }
        String start = "step-" + twoDigits(number) + "-";
        try (Stream<Path> files = Files.list(first.get().getParent())) {
            Stream<Path> others = files.filter(page -> !page.equals(first.get()))
                    .filter(page -> page.getFileName().toString().matches(start + ".+\\.md"))
                    .sorted();
            return Stream.concat(first.stream(), others).toList();
        }
    }
}
