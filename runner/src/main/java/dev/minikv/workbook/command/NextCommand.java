package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/// Shows the task of an exercise, without its folded answer. A link to a section becomes the section's title
/// and the page.
@Command(name = "next", description = "Show the next exercise, or another: what to do, and in which file.")
final class NextCommand extends Subcommand.OnExercise {

    private static final Pattern SECTION_LINK = Pattern.compile("\\[([^]]+)]\\((?:\\.\\./)+(docs/[^)#]+)#[^)]*\\)");

    @Override
    public Integer call() throws IOException {
        if (id == null && workbook.current().isEmpty()) {
            print(WorkbookCommand.NOTHING_LEFT);
            return 0;
        }
        Exercise exercise = exercise();
        Path taskFile = exercise.folder().resolve("exercise.md");
        String task = exercise.text("exercise.md").replaceFirst("(?s)<details>.*", ""); // the answer, for afterwards
        print(SECTION_LINK.matcher(task).replaceAll("$1 ($2)").strip());
        print("");
        print(screen().bold("Edit"));
        exercise.filesIn(exercise.workspace()).forEach(file -> print("  " + workbook.shortened(file)));
        print(screen().bold("Read"));
        exercise.givenFiles().forEach(file -> print("  " + workbook.shortened(file)));
        print("  " + workbook.shortened(exercise.testFolder().resolve(exercise.testClass() + ".java")));
        print("  " + workbook.shortened(taskFile) + " (with the answer)");
        print("");
        print("Then run ./workbook check " + exercise.id() + ", or leave ./workbook watch " + exercise.id()
                + " running while you edit.");
        return 0;
    }
}
