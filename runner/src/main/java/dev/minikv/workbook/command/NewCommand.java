package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.catalog.Skeleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Creates the files of a new exercise, for its author to fill in.
@Command(name = "new", description = "For authors: create the skeleton of an exercise.")
final class NewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private WorkbookCommand workbook;

    @Parameters(
            index = "0",
            paramLabel = "<id>",
            description = "Its id, such as 1.7: the step, and a number never used.")
    private String id;

    @Parameters(index = "1", paramLabel = "<title>", description = "Its title, such as \"Absent is not null\".")
    private String title;

    @Override
    public Integer call() throws IOException {
        if (!id.matches("[1-9][0-9]?\\.[1-9][0-9]?")) {
            throw WorkbookCommand.misuse(spec, "An id looks like 1.7, not like '" + id + "'.");
        }
        if (workbook.catalog().find(id).isPresent()) {
            throw WorkbookCommand.misuse(
                    spec, "There is an exercise '" + id + "' already, and ids are never used again.");
        }
        Exercise exercise = skeleton();
        for (Map.Entry<Path, String> file : Skeleton.of(exercise).entrySet()) {
            write(file.getKey(), file.getValue());
        }
        workbook.screen().print("Fill these in, and run ./workbook lint " + id + " until it finds nothing.");
        return 0;
    }

    private Exercise skeleton() {
        Path module =
                workbook.step(spec, id.substring(0, id.indexOf('.'))).folder().resolve("exercises");
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = camelCase(title);
        return new Exercise(
                id,
                title,
                15,
                module,
                module.resolve("catalog/" + id + "-" + slug),
                List.of(name + ".java"),
                List.of(),
                name + "Test",
                List.of("a_sentence_that_must_be_true"),
                List.of("a_sentence_that_must_be_true"),
                false,
                List.of(
                        new Exercise.Wrong("hard-coded", "a_sentence_that_must_be_true", "answers only the examples"),
                        new Exercise.Wrong("second", "a_sentence_that_must_be_true", "takes … for …: …"),
                        new Exercise.Wrong("third", "a_sentence_that_must_be_true", "takes … for …: …")));
    }

    private static String camelCase(String title) {
        var name = new StringBuilder();
        for (String word : title.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        workbook.screen().print("written: " + workbook.relative(file));
    }
}
