package dev.minikv.workbook.catalog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts of a new exercise: complete in form, and for its author to fill with meaning.
public final class Skeleton {

    private Skeleton() {}

    /// Returns the texts of an exercise, by the files that they belong into.
    public static SequencedMap<Path, String> of(Exercise exercise) {
        var texts = new LinkedHashMap<Path, String>();
        texts.put(exercise.folder().resolve("exercise.properties"), properties(exercise));
        texts.put(exercise.folder().resolve("exercise.md"), task(exercise));
        texts.put(exercise.folder().resolve("hints.md"), hints());
        texts.put(exercise.testFolder().resolve(exercise.testClass() + ".java"), test(exercise));
        Stream<Path> places = Stream.concat(
                Stream.of(exercise.workspace(), exercise.starter(), exercise.solution()),
                exercise.wrongs().stream().map(exercise::wrong));
        places.flatMap(place -> exercise.filesIn(place).stream()).forEach(file -> texts.put(file, workspace(exercise)));
        return texts;
    }

    private static String properties(Exercise exercise) {
        String wrongs = exercise.wrongs().stream()
                .map(wrong -> """

                        wrong.%1$s = %2$s
                        wrong.%1$s.why = %3$s
                        """.formatted(wrong.name(), wrong.killedBy(), wrong.why()))
                .collect(Collectors.joining());
        return """
                id = %s
                title = %s
                minutes = %s
                files = %s
                test = %s
                tests = %s

                starter.fails = %s
                """.formatted(
                                exercise.id(),
                                exercise.title(),
                                exercise.minutes(),
                                exercise.files().getFirst(),
                                exercise.testClass(),
                                exercise.tests().getFirst(),
                                exercise.starterFails().getFirst())
                + wrongs;
    }

    private static String task(Exercise exercise) {
        return """
                # %s %s

                **Goal.** One idea, in one sentence. About %s minutes, … lines to change.

                ## The files

                - You edit `%s`.
                - The tests are in `%s.java`. Read them in the order in which they stand.

                ## The rules that the tests hold you to

                - …

                ## Predict first

                One question, to be answered before the first run.

                ## Now explain

                One question that the chapter answers.

                <details>
                <summary>Answer</summary>

                …

                </details>
                """.formatted(
                        exercise.id(),
                        exercise.title(),
                        exercise.minutes(),
                        exercise.files().getFirst(),
                        exercise.testClass());
    }

    private static String hints() {
        return """
                ## Where to look

                …

                ## Which rule

                …

                ## The shape of the code

                …
                """;
    }

    private static String test(Exercise exercise) {
        return """
                package %1$s;

                import static org.assertj.core.api.Assertions.assertThat;

                import org.junit.jupiter.api.Tag;
                import org.junit.jupiter.api.Test;

                @Tag("exercise")
                @Tag("exercise-%2$s")
                class %3$s {

                    @Test
                    void %4$s() {
                        assertThat(new %5$s().answer()).as("the rule, as the learner reads it").isEqualTo(42);
                    }
                }
                """.formatted(
                        exercise.packageName(),
                        exercise.id(),
                        exercise.testClass(),
                        exercise.tests().getFirst(),
                        className(exercise));
    }

    private static String workspace(Exercise exercise) {
        return """
                package %s;

                /// What it is, in a sentence.
                public final class %s {

                    /// What it returns.
                    public int answer() {
                        return 41;
                    }
                }
                """.formatted(exercise.packageName(), className(exercise));
    }

    private static String className(Exercise exercise) {
        return exercise.files().getFirst().replace(".java", "");
    }
}
