package dev.minikv.workbook.catalog;

import dev.minikv.workbook.words.Template;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a new exercise: complete in form, for its author to fill in.
public final class Skeleton {

    private Skeleton() {}

    /// Returns the text of each file of an exercise.
    public static SequencedMap<Path, String> of(Exercise exercise) {
        Map<String, String> values = values(exercise);
        var texts = new LinkedHashMap<Path, String>();
        for (String name : List.of("exercise.properties", "exercise.md", "hints.md")) {
            texts.put(exercise.folder().resolve(name), filled(name, values));
        }
        texts.put(exercise.testFolder().resolve(exercise.testClass() + ".java"), filled("test", values));
        Stream<Path> places = Stream.concat(
                Stream.of(exercise.workspace(), exercise.starter(), exercise.solution()),
                exercise.wrongs().stream().map(exercise::wrong));
        places.flatMap(place -> exercise.filesIn(place).stream())
                .forEach(file -> texts.put(file, filled("solution", values)));
        return texts;
    }

    private static String filled(String name, Map<String, String> values) {
        return Template.filled(Skeleton.class, name + ".template", values);
    }

    private static Map<String, String> values(Exercise exercise) {
        String file = exercise.files().getFirst();
        String wrongs = exercise.wrongs().stream()
                .map(wrong -> """

                        wrong.%1$s = %2$s
                        wrong.%1$s.breaks = %3$s
                        wrong.%1$s.why = %4$s
                        """.formatted(wrong.name(), wrong.killedBy(), wrong.breaks(), wrong.why()))
                .collect(Collectors.joining());
        return Map.ofEntries(
                Map.entry("id", exercise.id()),
                Map.entry("title", exercise.title()),
                Map.entry("minutes", "" + exercise.minutes()),
                Map.entry("chapter", exercise.module().getParent().getFileName() + ".md"),
                Map.entry("file", file),
                Map.entry("class", file.replace(".java", "")),
                Map.entry("package", exercise.packageName()),
                Map.entry("testClass", exercise.testClass()),
                Map.entry("test", exercise.tests().getFirst()),
                Map.entry("rule", exercise.rules().getFirst().name()),
                Map.entry("wrongs", wrongs));
    }
}
