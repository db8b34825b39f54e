package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.catalog.Skeleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Creates the files of a new exercise, for its author to fill in.
@Command(name = "new", description = "For authors: create the skeleton of an exercise.")
final class NewCommand extends Subcommand {

    private static final String RULE = "first-rule";
    private static final String TEST = "a_sentence_that_must_be_true";

    @Parameters(
            index = "0",
            paramLabel = "<id>",
            description = "Its id, such as 1.7: the step and a number that was never used.")
    private String id;

    @Parameters(index = "1", paramLabel = "<title>", description = "Its title, such as \"Absent is not null\".")
    private String title;

    @Override
    public Integer call() throws IOException {
        if (!id.matches("[1-9][0-9]?\\.[1-9][0-9]?")) {
            throw misuse("An id looks like 1.7, not like '" + id + "'.");
        }
        if (workbook.catalog().find(id).isPresent()) {
            throw misuse("Exercise '" + id + "' already exists, and ids are never reused.");
        }
        Exercise exercise = skeleton();
        for (Map.Entry<Path, String> file : Skeleton.of(exercise).entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
            print("written: " + workbook.shortened(file.getKey()));
        }
        print("Fill these in, and run ./workbook lint " + id + " until it finds no problems.");
        return 0;
    }

    private Exercise skeleton() {
        Path module = step(id.substring(0, id.indexOf('.'))).folder().resolve("exercises");
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = Stream.of(title.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return new Exercise(
                id,
                title,
                15,
                module,
                module.resolve("catalog/" + id + "-" + slug),
                List.of(name + ".java"),
                List.of(),
                name + "Test",
                List.of(TEST),
                List.of(TEST),
                false,
                List.of(new Exercise.Rule(RULE, "…", List.of())),
                List.of(
                        new Exercise.Wrong("hard-coded", TEST, RULE, "answers only the examples"),
                        new Exercise.Wrong("second", TEST, RULE, "takes … for …: …"),
                        new Exercise.Wrong("third", TEST, RULE, "takes … for …: …")),
                Map.of());
    }
}
