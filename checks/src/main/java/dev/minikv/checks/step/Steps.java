package dev.minikv.checks.step;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.checks.page.Page;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The project's steps and their chapters.
public final class Steps {

    private static final Pattern CHAPTER = Pattern.compile("docs/step-(\\d\\d)-[^/]*\\.md");
    private static final Pattern TEST = Pattern.compile("(?:.*/)?\\w+(?:Test|IT)\\.java");

    private Steps() {}

    /// Returns the step that a page is the chapter of.
    ///
    /// @throws NoSuchFileException if there is no such step
    public static Step of(Path root, Page chapter) throws IOException {
        int number = number(chapter);
        if (number == 0) {
            throw new IllegalArgumentException(chapter.path() + " is not the chapter of a step");
        }
        return numbered(root, number);
    }

    /// Returns the number of the step that a page is the chapter of, or 0 if it is not a chapter.
    static int number(Page page) {
        var chapter = CHAPTER.matcher(page.path());
        return chapter.matches() ? Integer.parseInt(chapter.group(1)) : 0;
    }

    /// Returns the step before another.
    ///
    /// @throws NoSuchFileException if there is none
    static Step before(Path root, Step step) throws IOException {
        return numbered(root, step.number() - 1);
    }

    /// Whether a page is the first of its chapter, which has the name of the step's folder; a long chapter
    /// may have others.
    static boolean isFirstPage(Path root, Page page) {
        return Files.isDirectory(root.resolve(page.path().replaceFirst("^docs/(.*)\\.md$", "$1")));
    }

    private static Step numbered(Path root, int number) throws IOException {
        return Step.in(root).stream()
                .filter(step -> step.number() == number)
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException("module " + name(new Step(number, root)) + "-* of pom.xml"));
    }

    /// Returns the start of the names of a step's files that are elsewhere: `step-02`.
    public static String name(Step step) {
        return "step-" + Step.twoDigits(step.number());
    }

    /// Returns whether a file among a step's sources has tests.
    static boolean isTest(String file) {
        return TEST.matcher(file).matches();
    }

    /// Returns the name of a file without its folder and its ending.
    static String simpleName(String file) {
        return file.replaceFirst(".*/", "").replaceFirst("\\.[^.]*$", "");
    }

    /// Returns the texts of a step's sources and resources, by their paths below its package or below the
    /// folder of resources. Every step's package has the same name in these texts, so that steps can be
    /// compared. Each byte becomes a character: resources need not be text, and all that matters is whether
    /// two are equal.
    ///
    /// @param part `main` or `test`
    public static Map<String, String> sources(Step step, String part) throws IOException {
        var sources = new TreeMap<String, String>();
        for (Map.Entry<FileName, Path> file : step.files("src/" + part).entrySet()) {
            String text = Files.readString(file.getValue(), ISO_8859_1).replace("\r\n", "\n");
            sources.put(file.getKey().text(), text.replace(step.packageName(), "dev.minikv.step"));
        }
        return sources;
    }
}
