package dev.minikv.step05.exercise6;

import static dev.minikv.step05.exercise6.Saver.beside;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.Disk.OpenFile;
import dev.minikv.workbook.judge.KillMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// The mistakes. One that can be in several places is tried in each of them, in a saver of its own.
///
/// A saver is a list of steps here: a mistake is a step that is missing, too many, or in the wrong place.
final class BuggySavers {

    private static final int MANY = 30;

    private static final Step CLEAR = save -> save.disk.delete(save.fresh);
    private static final Step CREATE = save -> save.open(save.fresh);
    private static final Step CREATE_IN_PLACE = save -> save.open(save.file);
    private static final Step WRITE = save -> save.out.write(save.bytes);
    private static final Step WRITE_NOTHING = save -> save.out.write(new byte[0]);
    private static final Step WRITE_ZEROS = save -> save.out.write(new byte[save.bytes.length]);
    private static final Step WRITE_FIRST_HALF = save -> save.out.write(save.bytes, 0, save.half());
    private static final Step WRITE_ZEROS_FOR_FIRST_HALF = save -> save.out.write(new byte[save.half()]);
    private static final Step WRITE_SECOND_HALF =
            save -> save.out.write(save.bytes, save.half(), save.bytes.length - save.half());
    private static final Step FORCE = save -> save.out.force();
    private static final Step RENAME = save -> save.disk.rename(save.fresh, save.file);
    private static final Step FORCE_FOLDER = save -> save.disk.forceFolder(save.file.getParent());
    private static final Step DELETE_OLD = save -> save.disk.delete(save.file);
    private static final Step MOVE_OLD_AWAY = save -> renameIfThere(save.disk, save.file, beside(save.file, ".old"));
    private static final Step MOVE_OLD_BACK = save -> renameIfThere(save.disk, beside(save.file, ".old"), save.file);

    private static final Steps WRITTEN = steps(CLEAR, CREATE, WRITE, FORCE);
    private static final Steps WRITTEN_IN_PLACE = steps(DELETE_OLD, CREATE_IN_PLACE, WRITE, FORCE, FORCE_FOLDER);
    private static final Steps FORCED_TOO_LATE = steps(CLEAR, CREATE, WRITE, RENAME, FORCE, FORCE_FOLDER);
    private static final Steps PUBLISHED = steps(RENAME, FORCE_FOLDER);
    private static final Steps CORRECT = WRITTEN.then(PUBLISHED);

    private BuggySavers() {}

    /// @param matrix takes the mistakes. Each name begins with what the mistake is about
    static void addTo(KillMatrix<Saver> matrix) {
        String nothing = "acknowledged: has saved nothing";
        matrix.buggy(nothing, "never", (_, _, _) -> {}).buggy(nothing, "if there is a file", replacingBy(steps()));

        String bytes = "acknowledged: has not forced the bytes";
        matrix.buggy(bytes, "of any file", CORRECT.without(FORCE))
                .buggy(bytes, "if there is a file", replacingBy(CORRECT.without(FORCE)))
                .buggy(
                        bytes,
                        "of the last write",
                        steps(CLEAR, CREATE, WRITE_FIRST_HALF, FORCE, WRITE_SECOND_HALF, RENAME, FORCE_FOLDER));
        String folder = "acknowledged: has not forced the folder";
        Steps hopes = CORRECT.without(FORCE_FOLDER);
        matrix.buggy(folder, "of any file", hopes)
                .buggy(folder, "after the rename", WRITTEN.then(FORCE_FOLDER, RENAME));
        for (int variant = 1; variant <= 5; variant++) {
            Steps more = steps(CLEAR, CREATE).then(WRITE_NOTHING.times(variant)); // changes what a seed leads to
            matrix.buggy(
                    folder,
                    "if there is a file, variant " + variant,
                    replacingBy(more.then(hopes).then(hopes)));
        }

        matrix.buggy("power cut: writes into the file itself", replacingBy(WRITTEN_IN_PLACE));
        matrix.buggy("power cut: renames before it forces", replacingBy(FORCED_TOO_LATE));
        String moment = "power cut: has no file for a moment";
        Steps aMoment = steps(MOVE_OLD_AWAY, MOVE_OLD_BACK, FORCE_FOLDER);
        matrix.buggy(
                        moment,
                        "deletes the old one first",
                        replacingBy(steps(DELETE_OLD).then(CORRECT)))
                .buggy(
                        moment,
                        "renames the old one first",
                        replacingBy(steps(MOVE_OLD_AWAY).then(CORRECT)))
                .buggy(
                        moment,
                        "deletes the old one late",
                        replacingBy(WRITTEN.then(DELETE_OLD).then(PUBLISHED)))
                .buggy(moment, "at its beginning", replacingBy(aMoment.then(CORRECT)))
                .buggy(moment, "at its end", replacingBy(CORRECT.then(aMoment)))
                .buggy(
                        moment,
                        "after many operations",
                        replacingBy(
                                WRITTEN.then(FORCE.times(MANY)).then(aMoment).then(PUBLISHED)));
        String incomplete = "power cut: shows an incomplete file";
        matrix.buggy(incomplete, "zeros", replacingBy(shows(WRITE_ZEROS)))
                .buggy(incomplete, "the first half", replacingBy(shows(WRITE_FIRST_HALF)))
                .buggy(incomplete, "the second half", replacingBy(shows(WRITE_SECOND_HALF)))
                .buggy(incomplete, "a hole", replacingBy(shows(WRITE_ZEROS_FOR_FIRST_HALF, WRITE_SECOND_HALF)));
        String undoes = "power cut: undoes only after an I/O error";
        matrix.buggy(undoes, "what it wrote into the file", replacingBy(undoing(WRITTEN_IN_PLACE)))
                .buggy(undoes, "what it renamed before it forced", replacingBy(undoing(FORCED_TOO_LATE)));

        String error = "I/O error: takes a failure for success";
        matrix.buggy(error, "of the first operation", replacingBy(CORRECT.givingUpAt(CREATE)))
                .buggy(error, "of a write", replacingBy(CORRECT.ignoring(WRITE)))
                .buggy(error, "of a force", replacingBy(CORRECT.ignoring(FORCE)))
                .buggy(
                        error,
                        "of a force after many operations",
                        replacingBy(steps(CLEAR, CREATE)
                                .then(WRITE_NOTHING.times(MANY))
                                .then(WRITE, FORCE, RENAME, FORCE_FOLDER)
                                .ignoring(FORCE)))
                .buggy(error, "of the rename", replacingBy(CORRECT.givingUpAt(RENAME)))
                .buggy(error, "of the last operation", replacingBy(CORRECT.ignoring(FORCE_FOLDER)))
                .buggy(error, "of the last operation after a copy", replacingBy(BuggySavers::copiesAndIgnores));
        matrix.buggy("I/O error: deletes the file to tidy up", replacingBy(BuggySavers::deletesTooMuch));

        String first = "first save: takes no care";
        matrix.buggy(first, "writes into the file itself", choosing(WRITTEN_IN_PLACE, CORRECT))
                .buggy(first, "renames before it forces", choosing(FORCED_TOO_LATE, CORRECT))
                .buggy(first, "undoes that after an I/O error", choosing(undoing(FORCED_TOO_LATE), CORRECT));

        String leftover = "later save: trips over a leftover";
        matrix.buggy(leftover, "of any save", CORRECT.without(CLEAR))
                .buggy(leftover, "of a crash", BuggySavers::tidiesUpAfterErrorsOnly);
        matrix.buggy("later save: finishes an earlier one", BuggySavers::finishesAnEarlierOne);
        matrix.buggy("later save: refuses after an I/O error", BuggySavers::refusesAfterAnError);
    }

    /// Makes its mistake only if there is an old state to lose.
    private static Saver replacingBy(Saver laterSave) {
        return choosing(CORRECT, laterSave);
    }

    private static Saver choosing(Saver firstSave, Saver laterSave) {
        return (disk, file, bytes) -> (isThere(disk, file) ? laterSave : firstSave).save(disk, file, bytes);
    }

    /// Something that a saver does.
    private interface Step {

        void run(Save save) throws IOException;

        default Steps times(int count) {
            return new Steps(Collections.nCopies(count, this));
        }
    }

    /// A save under way.
    private static final class Save {

        private final Disk disk;
        private final Path file;
        private final Path fresh;
        private final byte[] bytes;
        private OpenFile out;
        private boolean isOver = false;

        private Save(Disk disk, Path file, byte[] bytes) {
            this.disk = disk;
            this.file = file;
            this.fresh = beside(file, ".new");
            this.bytes = bytes;
        }

        private void open(Path created) throws IOException {
            out = disk.create(created, file);
        }

        private int half() {
            return bytes.length / 2;
        }
    }

    /// A saver that takes some steps, and closes nothing: on a simulated disk nobody can tell.
    private record Steps(List<Step> all) implements Saver {

        @Override
        public void save(Disk disk, Path file, byte[] bytes) throws IOException {
            var save = new Save(disk, file, bytes);
            for (Step step : all) {
                if (!save.isOver) {
                    step.run(save);
                }
            }
        }

        private Steps then(Step... more) {
            return then(steps(more));
        }

        private Steps then(Steps more) {
            return new Steps(Stream.concat(all.stream(), more.all.stream()).toList());
        }

        private Steps without(Step step) {
            return new Steps(all.stream().filter(each -> each != step).toList());
        }

        /// Goes on if a step fails.
        private Steps ignoring(Step step) {
            return replacing(step, save -> {
                try {
                    step.run(save);
                } catch (IOException _) {
                    // the mistake
                }
            });
        }

        /// Ends, and acknowledges, if a step fails.
        private Steps givingUpAt(Step step) {
            return replacing(step, save -> {
                try {
                    step.run(save);
                } catch (IOException _) {
                    save.isOver = true;
                }
            });
        }

        private Steps replacing(Step step, Step other) {
            return new Steps(
                    all.stream().map(each -> each == step ? other : each).toList());
        }
    }

    private static Steps steps(Step... steps) {
        return new Steps(List.of(steps));
    }

    /// Replaces the file by something else first, with all due care.
    private static Steps shows(Step... written) {
        return steps(CLEAR, CREATE)
                .then(written)
                .then(FORCE, RENAME, FORCE_FOLDER)
                .then(CORRECT);
    }

    /// Writes the old bytes once more if a step fails: as long as the process lives, nobody sees a mistake.
    private static Saver undoing(Steps steps) {
        return (disk, file, bytes) -> {
            byte[] old = isThere(disk, file) ? disk.read(file) : null;
            try {
                steps.save(disk, file, bytes);
            } catch (IOException e) {
                if (old == null) {
                    steps(DELETE_OLD, FORCE_FOLDER).save(disk, file, bytes);
                } else {
                    CORRECT.save(disk, file, old);
                }
                throw e;
            }
        };
    }

    private static void copiesAndIgnores(Disk disk, Path file, byte[] bytes) throws IOException {
        CORRECT.save(disk, beside(file, ".old"), disk.read(file));
        CORRECT.ignoring(FORCE_FOLDER).save(disk, file, bytes);
    }

    private static void deletesTooMuch(Disk disk, Path file, byte[] bytes) throws IOException {
        try {
            CORRECT.save(disk, file, bytes);
        } catch (IOException e) {
            disk.delete(file);
            throw e;
        }
    }

    private static void tidiesUpAfterErrorsOnly(Disk disk, Path file, byte[] bytes) throws IOException {
        try {
            CORRECT.without(CLEAR).save(disk, file, bytes);
        } catch (IOException e) {
            disk.delete(beside(file, ".new"));
            disk.forceFolder(file.getParent());
            throw e;
        }
    }

    /// Gives the new file a name that says that it is complete. If such a file is there, renames it, and
    /// takes that for its own work.
    private static void finishesAnEarlierOne(Disk disk, Path file, byte[] bytes) throws IOException {
        Path complete = beside(file, ".complete");
        if (!isThere(disk, complete)) {
            CORRECT.save(disk, complete, bytes);
        }
        disk.rename(complete, file);
        disk.forceFolder(file.getParent());
    }

    /// Leaves a file that says that the disk cannot be trusted any more.
    private static void refusesAfterAnError(Disk disk, Path file, byte[] bytes) throws IOException {
        Path failed = beside(file, ".failed");
        if (isThere(disk, failed)) {
            throw new IOException("an earlier save has failed");
        }
        try {
            CORRECT.save(disk, file, bytes);
        } catch (IOException e) {
            CORRECT.save(disk, failed, new byte[0]);
            throw e;
        }
    }

    private static void renameIfThere(Disk disk, Path from, Path to) throws IOException {
        if (isThere(disk, from)) {
            disk.rename(from, to);
        }
    }

    private static boolean isThere(Disk disk, Path file) throws IOException {
        return !disk.version(file).isEmpty();
    }
}
