package dev.minikv.workbook.port;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The effect of carrying a change of one step to the later steps, package names aside.
///
/// The change is the difference between the last commit and the current files. A later step with the same
/// file gets the new version; a step that has changed the file gets both changes, or is a conflict; a step
/// without the file stays without it. A new file is carried to every later step, and a removed file is
/// removed from the steps that had not changed it. Benchmarks stay where they are.
///
/// @param from the step that was changed
/// @param edits the edits of the later steps' files
/// @param conflicts why none of the edits can be made; usually none
public record Port(Step from, List<Edit> edits, List<Conflict> conflicts) {

    /// How a file of a later step gets the change.
    public enum Kind {
        /// It was equal to the step's file, and is again.
        REPLACE,
        /// It has a change of its own, and gets this one, too.
        MERGE,
        /// The step's file is new, and so is this.
        ADD,
        /// The step's file was removed.
        REMOVE,
        /// It already has the change.
        KEEP
    }

    /// An edit of one file of a later step.
    ///
    /// @param name the file's name in all steps
    /// @param file the file of the later step
    /// @param before its text; empty if it does not exist
    /// @param after its text after the edit; empty if it will not exist
    public record Edit(Kind kind, FileName name, Path file, Optional<Text> before, Optional<Text> after) {

        private Path besides() {
            return file.resolveSibling("." + file.getFileName() + ".port");
        }

        private void prepare() throws IOException {
            if (after.isPresent()) {
                Files.createDirectories(file.getParent());
                after.get().write(besides());
            }
        }

        private void make() throws IOException {
            if (after.isPresent()) {
                Files.move(besides(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(file);
            }
        }

        private void takeBack() throws IOException {
            if (before.isPresent()) {
                before.get().write(file);
            } else {
                Files.deleteIfExists(file);
            }
        }
    }

    /// A place where the change does not fit.
    ///
    /// @param file the file of the later step
    /// @param line a line in it, from 1
    /// @param reason a sentence about both steps
    public record Conflict(Path file, int line, String reason) {}

    /// Returns the files of a step that can be ported and have changed since the last commit, including
    /// removed ones.
    ///
    /// @param root the workbook's top folder
    /// @throws WorkbookException if there is no git or no commit
    public static Set<FileName> changedFiles(Path root, Step step) throws IOException, InterruptedException {
        var changed = new TreeSet<FileName>();
        for (Path file : new LastCommit(root).changedFiles(step.folder().resolve("src/main"))) {
            changed.add(step.nameOf(file));
        }
        changed.removeIf(FileName::isBenchmark);
        return changed;
    }

    /// Finds out what has to be done, without doing it.
    ///
    /// @param root the workbook's top folder
    /// @param names the files to carry
    /// @throws WorkbookException if there is no git or no commit
    public static Port plan(Path root, Step from, List<Step> later, Collection<FileName> names)
            throws IOException, InterruptedException {
        var plan = new Port(from, new ArrayList<>(), new ArrayList<>());
        for (FileName name : names) {
            Path file = from.fileOf(name);
            Optional<Text> before = new LastCommit(root).text(file);
            Optional<Text> now = Text.in(file);
            for (Step step : later) {
                plan.add(
                        name,
                        step,
                        before.map(text -> text.moved(from, step)),
                        now.map(text -> text.moved(from, step)));
            }
        }
        return plan;
    }

    /// Plans the edit of one later step.
    ///
    /// @param before the old text in the changed step, with the later step's package
    /// @param now the new text there
    private void add(FileName name, Step step, Optional<Text> before, Optional<Text> now) throws IOException {
        Path file = step.fileOf(name);
        Optional<Text> mine = Text.in(file);
        if (mine.isEmpty()) {
            if (before.isEmpty() && now.isPresent()) {
                edits.add(new Edit(Kind.ADD, name, file, mine, now));
            }
            return;
        }
        Text own = mine.get();
        String here = "step " + from.number();
        String there = "step " + step.number();
        if (now.isPresent() && own.saysTheSameAs(now.get())) {
            edits.add(new Edit(Kind.KEEP, name, file, mine, mine));
        } else if (before.isEmpty()) {
            String reason = "it is new in " + here + ", and " + there + " has another file of this name";
            conflicts.add(new Conflict(file, 1, reason));
        } else if (own.saysTheSameAs(before.get())) {
            Kind kind = now.isEmpty() ? Kind.REMOVE : Kind.REPLACE;
            edits.add(new Edit(kind, name, file, mine, now.map(text -> text.withEndsOf(own))));
        } else if (now.isEmpty()) {
            String reason = here + " has removed it, and " + there + " has changed it";
            conflicts.add(new Conflict(file, own.firstLineUnlike(before.get()), reason));
        } else if (own.isBinary() || before.get().isBinary() || now.get().isBinary()) {
            conflicts.add(new Conflict(file, 1, here + " and " + there + " have changed it, and it is not text"));
        } else {
            var merge = ThreeWayMerge.of(
                    own.lines(), before.get().lines(), now.get().lines());
            Text merged = new Text(String.join("\n", merge.lines())).withEndsOf(own);
            Kind kind = merged.saysTheSameAs(own) ? Kind.KEEP : Kind.MERGE;
            edits.add(new Edit(kind, name, file, mine, Optional.of(merged)));
            for (int line : merge.conflicts()) {
                conflicts.add(new Conflict(file, line, here + " and " + there + " have changed the same lines"));
            }
        }
    }

    /// Makes all planned edits or none. Everything is first written beside the files, where most failures
    /// occur, and then moved. If a move fails, the earlier ones are undone.
    ///
    /// @throws IOException if a file cannot be written; all files are then as they were
    /// @throws IllegalStateException if there are conflicts
    public void write() throws IOException {
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException("there are conflicts: " + conflicts);
        }
        List<Edit> changes =
                edits.stream().filter(edit -> edit.kind() != Kind.KEEP).toList();
        var made = new ArrayList<Edit>();
        try {
            for (Edit edit : changes) {
                edit.prepare();
            }
            for (Edit edit : changes) {
                edit.make();
                made.add(edit);
            }
        } catch (IOException e) {
            for (Edit edit : made) {
                edit.takeBack();
            }
            throw e;
        } finally {
            for (Edit edit : changes) {
                Files.deleteIfExists(edit.besides());
            }
        }
    }
}
