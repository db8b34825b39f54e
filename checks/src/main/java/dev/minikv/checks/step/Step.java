package dev.minikv.checks.step;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.checks.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One of the project's steps.
///
/// @param folder the folder of its module
public record Step(int number, Path folder) {

    private static final Pattern CHAPTER = Pattern.compile("docs/step-(\\d\\d)-[^/]*\\.md");
    private static final Pattern MODULE = Pattern.compile("<module>(step-(\\d\\d)-[^/<]*)</module>");
    private static final Pattern TEST = Pattern.compile("(?:.*/)?\\w+(?:Test|IT)\\.java");

    /// Whether a page is the chapter of a step.
    public static boolean isChapter(Page page) {
        return CHAPTER.matcher(page.path()).matches();
    }

    /// Returns the number of the step that a page is the chapter of.
    public static int number(Page chapter) {
        if (!isChapter(chapter)) {
            throw new IllegalArgumentException(chapter.path() + " is not the chapter of a step");
        }
        return Integer.parseInt(CHAPTER.matcher(chapter.path()).replaceFirst("$1"));
    }

    /// Returns the step that a page is the chapter of.
    ///
    /// @throws NoSuchFileException if there is no such step
    public static Step of(Path root, Page chapter) throws IOException {
        return numbered(root, number(chapter));
    }

    /// Returns a step by its number.
    ///
    /// @throws NoSuchFileException if there is no such step
    static Step numbered(Path root, int number) throws IOException {
        return all(root).stream()
                .filter(step -> step.number == number)
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException("module " + new Step(number, root) + "-* of pom.xml"));
    }

    /// Returns the steps of a project: modules of its POM, and not whatever folder looks like one.
    public static List<Step> all(Path root) throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(module -> new Step(Integer.parseInt(module.group(2)), root.resolve(module.group(1))))
                .toList();
    }

    /// Returns the step before this one.
    ///
    /// @throws NoSuchFileException if there is none
    Step before(Path root) throws IOException {
        return numbered(root, number - 1);
    }

    /// Returns what the names of files start with that belong to it and lie elsewhere: `step-02`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "step-%02d", number);
    }

    public String packageName() {
        return "dev.minikv." + toString().replace("-", "");
    }

    /// Whether a file among its sources holds tests.
    static boolean isTest(String file) {
        return TEST.matcher(file).matches();
    }

    /// Returns the name of a file without its folder and its ending.
    static String simpleName(String file) {
        return file.replaceFirst(".*/", "").replaceFirst("\\.[^.]*$", "");
    }

    /// Returns the texts of its sources and resources, by their paths below its package or below
    /// the folder of resources. Every step's package has the same name in these texts, so that
    /// steps can be compared.
    ///
    /// @param part `main` or `test`
    public Map<String, String> sources(String part) throws IOException {
        var sources = new TreeMap<String, String>();
        for (String kind : new String[] {"java", "resources"}) {
            Path start = folder.resolve("src").resolve(part).resolve(kind);
            if (Files.isDirectory(start)) {
                try (Stream<Path> files = Files.walk(start)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        sources.put(name(start.relativize(file)), text(file));
                    }
                }
            }
        }
        return sources;
    }

    private String name(Path file) {
        String folderOfPackage = packageName().replace('.', '/') + "/";
        return file.toString().replace('\\', '/').replaceFirst("^" + folderOfPackage, "");
    }

    /// Reads a file as characters of one byte each: resources need not be text, and all that
    /// matters is whether two are equal.
    private String text(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1).replace("\r\n", "\n").replace(packageName(), "dev.minikv.step");
    }
}
