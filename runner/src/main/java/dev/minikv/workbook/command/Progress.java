package dev.minikv.workbook.command;

import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// How far the learner has come: a file of plain text, keyed by the exercises' ids.
///
/// It is only a memory of the last checks. Losing it loses nothing that `check all` would not find
/// out again, but for the hints taken. Entries of unknown exercises are kept.
final class Progress {

    /// What is known of an exercise.
    enum State {
        /// Not solved when last checked, or never checked.
        OPEN,
        /// Solved by the learner.
        DONE,
        /// The solution was looked at first.
        SEEN
    }

    private final Path file;
    private final Properties entries = new Properties();

    private Progress(Path file) {
        this.file = file;
    }

    static Progress read(Path root) throws IOException {
        var progress = new Progress(root.resolve(".workbook/progress.properties"));
        if (Files.exists(progress.file)) {
            try (Reader reader = Files.newBufferedReader(progress.file)) {
                progress.entries.load(reader);
            }
        }
        return progress;
    }

    State state(Exercise exercise) {
        return switch (entries.getProperty(exercise.id() + ".state", "")) {
            case "done" -> State.DONE;
            case "seen" -> State.SEEN;
            default -> State.OPEN;
        };
    }

    /// Returns the first exercise that is open, or empty when none is.
    Optional<Exercise> current(List<Exercise> exercises) {
        return exercises.stream()
                .filter(exercise -> state(exercise) == State.OPEN)
                .findFirst();
    }

    int failedRuns(Exercise exercise) {
        return number(exercise, ".failed");
    }

    int hintsTaken(Exercise exercise) {
        return number(exercise, ".hints");
    }

    void note(Exercise exercise, Outcome verdict) throws IOException {
        if (verdict instanceof Outcome.Solved) {
            if (state(exercise) == State.OPEN) {
                put(exercise, ".state", "done");
            }
        } else {
            put(exercise, ".failed", "" + (failedRuns(exercise) + 1));
            if (state(exercise) == State.DONE) {
                put(exercise, ".state", "open");
            }
        }
    }

    void noteHint(Exercise exercise, int hint) throws IOException {
        put(exercise, ".hints", "" + hint);
    }

    void noteSolutionSeen(Exercise exercise) throws IOException {
        put(exercise, ".state", "seen");
    }

    void noteReset(Exercise exercise) throws IOException {
        put(exercise, ".state", "open");
    }

    private int number(Exercise exercise, String key) {
        String text = entries.getProperty(exercise.id() + key, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private void put(Exercise exercise, String key, String value) throws IOException {
        entries.setProperty(exercise.id() + key, value);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("progress.new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            entries.store(writer, "What ./workbook remembers; safe to delete");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING); // never half a file
    }
}
