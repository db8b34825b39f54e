package dev.minikv.workbook.command;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.checker.Outcome;
import dev.minikv.workbook.words.Failures;
import dev.minikv.workbook.words.TextFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// The learner's progress: a file of plain text, keyed by the exercises' ids.
///
/// It only remembers the last checks. If it is lost, `check all` restores all of it except the hints taken.
/// So no command fails because of it: if the file is damaged or cannot be written, there is a warning.
/// Entries of unknown exercises are kept. Several processes may write: each change locks the file and reads
/// it again.
final class Progress {

    /// The state of an exercise.
    enum State {
        /// Not solved when last checked, or never checked.
        OPEN,
        /// Solved by the learner.
        DONE,
        /// The learner looked at the solution first.
        SEEN
    }

    private static final int MAX_TRIED = 5;

    private final Path file;
    private final Set<String> warnings = new LinkedHashSet<>();
    private Properties entries = new Properties();

    private Progress(Path file) {
        this.file = file;
    }

    static Progress read(Path root) {
        var progress = new Progress(root.resolve(".workbook/progress.properties"));
        try {
            progress.load();
        } catch (IOException e) {
            progress.warn("cannot be read", e);
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

    /// Returns how many different solutions failed a check.
    int failedRuns(Exercise exercise) {
        return number(exercise, ".failed");
    }

    int hintsTaken(Exercise exercise) {
        return number(exercise, ".hints");
    }

    /// Records the outcome of a check. A solution that fails twice counts once.
    ///
    /// @param fingerprint a value that tells the solution from others
    /// @return whether the exercise was done, and is open again
    boolean note(Exercise exercise, Outcome verdict, String fingerprint) {
        boolean wasDone = state(exercise) == State.DONE;
        change(() -> {
            if (verdict instanceof Outcome.Solved) {
                if (state(exercise) == State.OPEN) {
                    put(exercise, ".state", "done");
                }
                return;
            }
            var tried = new ArrayList<>(
                    List.of(entries.getProperty(exercise.id() + ".tried", "").split(" ")));
            if (!tried.contains(fingerprint)) {
                tried.add(fingerprint);
                List<String> last = tried.subList(Math.max(0, tried.size() - MAX_TRIED), tried.size());
                put(exercise, ".tried", String.join(" ", last).strip());
                put(exercise, ".failed", "" + (failedRuns(exercise) + 1));
            }
            if (state(exercise) == State.DONE) {
                put(exercise, ".state", "open");
            }
        });
        return wasDone && state(exercise) == State.OPEN;
    }

    void noteHint(Exercise exercise, int hint) {
        change(() -> put(exercise, ".hints", "" + hint));
    }

    void note(Exercise exercise, State state) {
        change(() -> put(exercise, ".state", state.name().toLowerCase(Locale.ROOT)));
    }

    /// Returns the warnings about the file, one sentence each, and forgets them.
    List<String> takeWarnings() {
        List<String> taken = List.copyOf(warnings);
        warnings.clear();
        return taken;
    }

    private int number(Exercise exercise, String key) {
        String text = entries.getProperty(exercise.id() + key, "");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private void put(Exercise exercise, String key, String value) {
        entries.setProperty(exercise.id() + key, value);
    }

    /// Reads the file, changes it and writes it, under a lock. If it cannot be written, the change is lost
    /// when this process ends.
    private void change(Runnable change) {
        boolean changed = false;
        try {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling("progress.lock"); // the file itself is replaced, which would drop its lock
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                load();
                change.run();
                changed = true;
                store();
            }
        } catch (IOException e) {
            if (!changed) {
                change.run();
            }
            warn("cannot be written, and this step is not remembered", e);
        }
    }

    private void store() throws IOException {
        Path fresh = file.resolveSibling("progress.new");
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            entries.store(writer, "What ./workbook remembers; safe to delete");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING); // never half a file
    }

    private void load() throws IOException {
        try {
            entries = TextFile.properties(file);
        } catch (NoSuchFileException e) {
            return; // nothing is known yet
        } catch (WorkbookException e) {
            entries = new Properties();
            keepAside();
        }
    }

    private void keepAside() {
        Path aside = file.resolveSibling("progress.damaged");
        for (int next = 2; Files.exists(aside); next++) {
            aside = file.resolveSibling("progress.damaged-" + next);
        }
        try {
            Files.move(file, aside);
            warnings.add(
                    file + " is damaged: your progress starts over, and the file is kept as " + aside.getFileName());
        } catch (IOException e) {
            warn("is damaged: your progress is unknown, and the file cannot be moved away", e);
        }
    }

    private void warn(String what, IOException reason) {
        warnings.add(file + " " + what + ": " + Failures.reason(reason));
    }
}
