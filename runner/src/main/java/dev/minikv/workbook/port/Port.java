package dev.minikv.workbook.port;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.step.FileName;
import dev.minikv.workbook.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What becomes of the later steps when a change of one step is carried to them, package names aside.
///
/// The change is that from the last commit to the files as they are now. A later step that has the file as
/// it was gets it as it is; one that has changed it gets both changes, or is a conflict; one that does not
/// have it goes without. A new file is carried to every later step, and a removed one removed from those
/// that had not changed it. Benchmarks stay where they are.
///
/// @param from the step that was changed
/// @param edits what is to be done to the later steps' files
/// @param conflicts why nothing of it can be done; mostly none
public record Port(Step from, List<Edit> edits, List<Conflict> conflicts) {

    /// How a file of a later step gets the change.
    public enum Kind {
        /// It was equal to the step's file, and is again.
        REPLACE,
        /// It has a change of its own, and gets the other one too.
        MERGE,
        /// The step's file is new, and so is this.
        ADD,
        /// The step's file is gone.
        REMOVE,
        /// It has the change already.
        KEEP
    }

    /// What is to be done to one file of a later step.
    ///
    /// @param name what the file is called in all steps
    /// @param file the file of the later step
    /// @param contents what it will hold; without meaning where it is removed
    public record Edit(Kind kind, FileName name, Path file, byte[] contents) {}

    /// A place where the change does not fit.
    ///
    /// @param file the file of the later step
    /// @param line a line in it, from 1
    /// @param reason a sentence about both steps
    public record Conflict(Path file, int line, String reason) {}

    /// Returns the files of a step that can be ported and are not as they were at the last commit, with
    /// those that are gone.
    ///
    /// @param root the workbook's top folder
    /// @throws WorkbookException if there is no git or no commit
    public static SequencedMap<FileName, Path> changedFiles(Path root, Step step)
            throws IOException, InterruptedException {
        var changed = new TreeMap<FileName, Path>();
        for (Path file : new LastCommit(root).changedFiles(step.folder().resolve("src/main"))) {
            FileName name = step.nameOf(file);
            if (!name.isBenchmark()) {
                changed.put(name, file);
            }
        }
        return changed;
    }

    /// Finds out what has to be done, and does nothing yet.
    ///
    /// @param root the workbook's top folder
    /// @param names the files to carry
    /// @throws WorkbookException if there is no git or no commit
    public static Port plan(Path root, Step from, List<Step> later, Collection<FileName> names)
            throws IOException, InterruptedException {
        var plan = new Port(from, new ArrayList<>(), new ArrayList<>());
        var commit = new LastCommit(root);
        for (FileName name : names) {
            Path file = from.fileOf(name);
            Optional<byte[]> before = commit.has(file) ? Optional.of(commit.contents(file)) : Optional.empty();
            Optional<byte[]> now = contents(file);
            for (Step step : later) {
                plan.add(name, step, before.map(Text::new), now.map(Text::new));
            }
        }
        return plan;
    }

    private static Optional<byte[]> contents(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private void add(FileName name, Step step, Optional<Text> stepBefore, Optional<Text> stepNow)
            throws IOException, InterruptedException {
        Path file = step.fileOf(name);
        Optional<Text> before = stepBefore.map(text -> text.in(step, from));
        Optional<Text> now = stepNow.map(text -> text.in(step, from));
        Optional<Text> theirs = contents(file).map(Text::new);
        if (theirs.isEmpty()) {
            if (before.isEmpty()) {
                now.ifPresent(text -> edit(Kind.ADD, name, file, text));
            }
            return;
        }
        Text own = theirs.get();
        String here = "step " + from.number();
        String there = "step " + step.number();
        if (now.isPresent() && own.saysTheSameAs(now.get())) {
            edit(Kind.KEEP, name, file, own);
        } else if (before.isEmpty()) {
            conflict(file, 1, "it is new in " + here + ", and " + there + " has another one of this name");
        } else if (own.saysTheSameAs(before.get())) {
            edit(
                    now.isEmpty() ? Kind.REMOVE : Kind.REPLACE,
                    name,
                    file,
                    now.map(own::withLinesOf).orElse(own));
        } else if (now.isEmpty()) {
            int line = own.firstLineUnlike(before.get());
            conflict(file, line, here + " has removed it, and " + there + " has changed it");
        } else if (own.isBinary() || before.get().isBinary() || now.get().isBinary()) {
            conflict(file, 1, here + " and " + there + " have changed it, and it is not text");
        } else {
            var merge = ThreeWayMerge.of(
                    own.lines(), before.get().lines(), now.get().lines());
            for (int line : merge.conflicts()) {
                conflict(file, line, here + " and " + there + " have changed the same lines");
            }
            if (merge.conflicts().isEmpty()) {
                Text merged = own.withLinesOf(new Text(merge.text()));
                edit(merged.saysTheSameAs(own) ? Kind.KEEP : Kind.MERGE, name, file, merged);
            }
        }
    }

    private void edit(Kind kind, FileName name, Path file, Text contents) {
        edits.add(new Edit(kind, name, file, contents.bytes()));
    }

    private void conflict(Path file, int line, String reason) {
        conflicts.add(new Conflict(file, line, reason));
    }

    /// Does all that was planned, or nothing.
    ///
    /// @throws IOException if a file cannot be written; all files are as they were then
    /// @throws IllegalStateException if there are conflicts
    public void write() throws IOException {
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException("there are conflicts: " + conflicts);
        }
        new AllOrNothing(edits).write();
    }
}
