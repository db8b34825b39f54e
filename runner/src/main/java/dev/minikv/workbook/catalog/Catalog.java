package dev.minikv.workbook.catalog;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.step.Step;
import dev.minikv.workbook.words.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The steps of a workbook and their exercises, in the order of their numbers.
///
/// @param root the workbook's top folder
/// @param steps all steps
/// @param exercises all exercises of all steps
public record Catalog(Path root, List<Step> steps, List<Exercise> exercises) {

    /// Reads the exercises below a workbook's top folder.
    ///
    /// @throws IOException if a folder or file cannot be read
    /// @throws WorkbookException if an exercise's properties are incomplete
    public static Catalog read(Path root) throws IOException {
        var exercises = new ArrayList<Exercise>();
        List<Step> steps = Step.in(root);
        for (Step step : steps) {
            Path module = step.folder().resolve("exercises");
            for (Path folder : foldersIn(module.resolve("catalog"))) {
                exercises.add(readExercise(module, folder));
            }
        }
        exercises.sort(Comparator.comparingInt(Exercise::step).thenComparingInt(Exercise::number));
        return new Catalog(root, steps, List.copyOf(exercises));
    }

    /// Returns the top folder of the workbook that contains a folder.
    ///
    /// @throws WorkbookException if no workbook contains it
    public static Path rootOf(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("workbook.cmd"))) {
                return folder;
            }
        }
        throw new WorkbookException("this folder is not inside a workbook: " + start.toAbsolutePath());
    }

    /// Returns the exercise with an id, or empty if there is none.
    public Optional<Exercise> find(String id) {
        return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }

    /// Returns the exercises of a step; none if there is no such step.
    public List<Exercise> ofStep(int step) {
        return exercises.stream().filter(exercise -> exercise.step() == step).toList();
    }

    private static Exercise readExercise(Path module, Path folder) throws IOException {
        Path file = folder.resolve("exercise.properties");
        if (!Files.exists(file)) {
            throw new WorkbookException("there is no " + file);
        }
        var entries = new Entries(file, TextFile.properties(file));
        return new Exercise(
                entries.matching("id", "[1-9]\\d{0,2}\\.[1-9]\\d{0,2}"),
                entries.text("title"),
                Integer.parseInt(entries.matching("minutes", "\\d{1,4}")),
                module,
                folder,
                entries.list("files"),
                entries.listIfAny("given"),
                entries.text("test"),
                entries.list("tests"),
                entries.list("starter.fails"),
                entries.isOf("judges", "tests"),
                entries.rules(),
                entries.wrongs(),
                entries.startingWith("equivalent."));
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    /// The entries of one exercise.properties.
    private record Entries(Path file, Properties properties) {

        String text(String key) {
            String value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) {
                throw new WorkbookException("%s: the entry '%s' is missing".formatted(file, key));
            }
            return value;
        }

        String matching(String key, String pattern) {
            String value = text(key);
            if (!value.matches(pattern)) {
                throw new WorkbookException("%s: '%s' cannot be '%s'".formatted(file, key, value));
            }
            return value;
        }

        List<String> list(String key) {
            return List.of(text(key).split("\\s*,\\s*"));
        }

        List<String> listIfAny(String key) {
            return properties.containsKey(key) ? list(key) : List.of();
        }

        /// Returns whether an entry is present, which has only one valid value.
        boolean isOf(String key, String value) {
            if (properties.containsKey(key) && !text(key).equals(value)) {
                throw new WorkbookException("%s: '%s' can only be '%s'".formatted(file, key, value));
            }
            return properties.containsKey(key);
        }

        List<Exercise.Rule> rules() {
            return list("rules").stream()
                    .map(name -> new Exercise.Rule(name, text("rule." + name), listIfAny("rule." + name + ".of")))
                    .toList();
        }

        List<Exercise.Wrong> wrongs() {
            var wrongs = new ArrayList<Exercise.Wrong>();
            startingWith("wrong.").forEach((name, killedBy) -> {
                if (!name.contains(".")) { // otherwise it is a detail of a wrong solution
                    String key = "wrong." + name;
                    wrongs.add(new Exercise.Wrong(name, killedBy, text(key + ".breaks"), text(key + ".why")));
                }
            });
            return List.copyOf(wrongs);
        }

        /// Returns the entries whose keys start with a prefix, sorted by the rest of their keys.
        SortedMap<String, String> startingWith(String prefix) {
            var found = new TreeMap<String, String>();
            for (String key : properties.stringPropertyNames()) {
                if (key.startsWith(prefix)) {
                    found.put(key.substring(prefix.length()), text(key));
                }
            }
            return found;
        }
    }
}
