package dev.minikv.checks.word;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Passage;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds the files in which a project says something, and what each of them says.
final class ProjectTexts {

    /// Hidden folders with sources and scripts of ours.
    private static final Set<String> HIDDEN_BUT_OURS = Set.of(".ci", ".mvn", ".github");

    /// Folders with what is built.
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules");

    private static final Set<String> KINDS =
            Set.of("md", "java", "properties", "svg", "xml", "template", "cmd", "yml", "");

    private static final Pattern PROPERTY_KEY = Pattern.compile("(?m)^[\\w.-]+ *=");

    /// A tag, and no comment.
    private static final Pattern TAG = Pattern.compile("<(?!!--)[^>]*>");

    private ProjectTexts() {}

    /// Returns the files below a project's root that people read, by their paths within it.
    ///
    /// The files that a learner edits are not among them: they are the learner's to word.
    static SortedMap<String, Path> files(Path root) throws IOException {
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isHidden = name.startsWith(".") && !HIDDEN_BUT_OURS.contains(name);
                return folder.equals(root) || !isHidden && !LEFT_OUT.contains(name)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (KINDS.contains(kind(file.getFileName().toString()))) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.values().removeAll(learnersFiles(root));
        return files;
    }

    private static Set<Path> learnersFiles(Path root) throws IOException {
        var files = new TreeSet<Path>();
        for (Exercise exercise : Catalog.read(root).exercises()) {
            files.addAll(exercise.sourcesIn(exercise.workspace()));
            exercise.givenFiles().forEach(files::remove);
        }
        return files;
    }

    /// Returns the end of a file's name: what follows the last dot, unless that is the first character.
    static String kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.lastIndexOf('.') > 0 ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    /// Returns what a file says to people.
    static List<Passage> passages(String path, String text) {
        return switch (kind(path)) {
            case "md" -> new Page(path, text).passages();
            case "java" -> JavaText.passages(text);
            case "properties" -> all(PROPERTY_KEY.matcher(text).replaceAll(" ").replace("\\\n", " \n"));
            case "svg", "xml" -> all(TAG.matcher(text).replaceAll(" "));
            default -> all(text);
        };
    }

    private static List<Passage> all(String text) {
        return List.of(new Passage(1, "", text, false));
    }
}
