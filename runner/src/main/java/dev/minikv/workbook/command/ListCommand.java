package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists the exercises with the state of each.
@Command(name = "list", description = "List the exercises and your progress.")
final class ListCommand extends Subcommand {

    private static final int BAR = 30;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /// An exercise as --json prints it.
    private record Row(String id, String title, int minutes, String state) {}

    @Override
    public Integer call() {
        if (json) {
            screen().printJson(workbook.catalog().exercises().stream()
                    .map(this::row)
                    .toList());
            return 0;
        }
        int step = 0;
        for (Exercise exercise : workbook.catalog().exercises()) {
            if (exercise.step() != step) {
                step = exercise.step();
                print(screen().bold("step " + step));
            }
            print(line(exercise));
        }
        print("");
        long done = workbook.done();
        int all = workbook.catalog().exercises().size();
        print(ProgressBar.of(done, all, BAR) + " " + done + " of " + all + " done");
        return 0;
    }

    private Row row(Exercise exercise) {
        String state = workbook.progress().state(exercise).name().toLowerCase(Locale.ROOT);
        return new Row(exercise.id(), exercise.title(), exercise.minutes(), state);
    }

    private String line(Exercise exercise) {
        String text = "%s  %-40s %2s min".formatted(exercise.id(), exercise.title(), exercise.minutes());
        return switch (workbook.progress().state(exercise)) {
            case DONE -> screen().green("  ✓ " + text + "  done");
            case SEEN -> "  ~ " + text + "  solution seen";
            case OPEN -> "  · " + text;
        };
    }
}
