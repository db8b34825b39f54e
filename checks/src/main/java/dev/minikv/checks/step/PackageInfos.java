package dev.minikv.checks.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks what a `package-info.java` says about its package: which packages are below it, and that a type
/// that it calls a door is public.
///
/// A word in lower case in backticks is the name of a package. The compiler checks that links lead to
/// types.
final class PackageInfos {

    private static final String INFO = "package-info.java";
    private static final Pattern NAMED = Pattern.compile("`([a-z]+)`");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.:])\\s+");
    private static final Pattern LINK = Pattern.compile("\\[([\\w.]+)]");

    private final Path sources;

    /// Creates the check for a module.
    ///
    /// @param sources its folder `src/main/java`
    PackageInfos(Path sources) {
        this.sources = sources;
    }

    /// Returns the packages of the module: the folders with sources.
    List<Path> packages() throws IOException {
        return folders(sources).filter(PackageInfos::hasSources).toList();
    }

    /// Returns what is false about one of them.
    List<String> problems(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(INFO))) {
            return List.of(sources.relativize(folder) + " has no " + INFO);
        }
        String text = Files.readString(folder.resolve(INFO)).replaceAll("(?m)^/// ?|^package.*", "");
        var problems = new ArrayList<String>();
        Set<String> named = all(NAMED, text);
        Set<String> below = names(Files.list(folder).filter(Files::isDirectory).filter(PackageInfos::hasSources));
        Set<String> expected = below.isEmpty() ? names(folders(sources)) : below;
        if (below.isEmpty() ? !expected.containsAll(named) : !expected.equals(named)) {
            problems.add("%s names the packages %s, but there are %s"
                    .formatted(sources.relativize(folder), named, expected));
        }
        for (String sentence : SENTENCE.split(text)) {
            for (String type : sentence.matches("(?s).*\\bdoors?\\b.*") ? all(LINK, sentence) : Set.<String>of()) {
                if (!isPublic(type)) {
                    problems.add(sources.relativize(folder) + " calls a type a door that is not public: " + type);
                }
            }
        }
        return problems;
    }

    private boolean isPublic(String type) throws IOException {
        String simpleName = type.substring(type.lastIndexOf('.') + 1);
        Path source = sources.resolve(type.replace('.', '/') + ".java");
        return Pattern.compile("^public .*\\b" + simpleName + "\\b", Pattern.MULTILINE)
                .matcher(Files.readString(source))
                .find();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Stream<Path> folders) {
        try (folders) {
            return folders.map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<Path> folders(Path folder) throws IOException {
        return Files.walk(folder).filter(Files::isDirectory).sorted();
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
