package dev.minikv.step07.repl;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.disk.SimulatedDisk;
import dev.minikv.step07.file.FileProblem;
import dev.minikv.step07.file.StoreFile;
import dev.minikv.step07.format.BinaryFormat;
import dev.minikv.step07.format.CsvFormat;
import dev.minikv.step07.format.Format;
import dev.minikv.step07.format.Format.Decoded;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.log.LogStats;
import dev.minikv.step07.log.LoggedStore;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;

/// What a session has on disks: the folder that its store is kept in, if it is, and the files that commands
/// name. What goes wrong with them is returned as a fault.
public final class Saving {

    private static final List<Format> FORMATS = List.of(new ScriptFormat(), new CsvFormat(), new BinaryFormat());

    private final KeyValueStore store;
    private final Disk disk;
    private final Progress progress;
    private final Map<Path, StoreFile> others = new HashMap<>(); // closed; they know what was loaded and saved
    private volatile boolean over = false;

    /// Creates what saves one store to one disk.
    ///
    /// @param store is in a data folder if it is a [LoggedStore]
    /// @param disk holds the files, and that folder
    /// @param progress is told what may take long
    public Saving(KeyValueStore store, Disk disk, Progress progress) {
        this.store = store;
        this.disk = disk;
        this.progress = progress;
    }

    private static Format fitting(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return FORMATS.stream()
                .filter(each -> each.name().equals(ending))
                .findFirst()
                .orElse(FORMATS.getFirst());
    }

    /// Adds the entries of a file to the store: all of them, or none. Returns how many there are in the file.
    Result<Integer, Fault> load(String name) {
        return with("loading", name, StoreFile.openToLoad(disk, name, FORMATS), this::load);
    }

    private Result<Integer, Fault> with(
            String what,
            String name,
            Result<StoreFile, FileProblem> opened,
            Function<StoreFile, Result<Integer, Fault>> action) {
        try (var _ = progress.begin(what + " " + Quotes.visible(name))) {
            return switch (opened) {
                case Success(StoreFile file) -> action.apply(file);
                case Failure(FileProblem problem) -> new Failure<>(new Fault.FileFailed(problem));
            };
        }
    }

    private Result<Integer, Fault> load(StoreFile file) {
        return switch (file.load(false)) {
            case Success(Decoded(var entries, var _)) ->
                switch (store.setAll(entries)) {
                    case Success<?, ?> _ -> {
                        others.put(file.path(), file);
                        yield new Success<>(entries.size());
                    }
                    case Failure(StoreError error) ->
                        new Failure<>(new Fault.FileFailed(new FileProblem.Refused(file.name(), error)));
                };
            case Failure(FileProblem problem) -> new Failure<>(new Fault.FileFailed(problem));
        };
    }

    /// Saves the entries to a file. Returns how many there are.
    ///
    /// @param anyway whether to replace a file that has changed since it was last loaded or saved here
    Result<Integer, Fault> save(String name, boolean anyway) {
        return with("saving", name, StoreFile.open(disk, name, FORMATS, fitting(name)), file -> {
            try (file) {
                return switch (store.entries()) {
                    case Success(List<Entry<String, String>> entries) -> save(entries, file, anyway);
                    case Failure(StoreError error) -> new Failure<>(new Fault.StoreFailed(error));
                };
            }
        });
    }

    private Result<Integer, Fault> save(List<Entry<String, String>> entries, StoreFile file, boolean anyway) {
        file.continueFrom(others.getOrDefault(file.path(), file));
        if (anyway) {
            file.load(false); // only to keep its format, if that is one of ours
        }
        Optional<FileProblem> problem = file.save(entries, anyway);
        if (problem.isPresent()) {
            return new Failure<>(new Fault.FileFailed(problem.get()));
        }
        others.put(file.path(), file);
        return new Success<>(entries.size());
    }

    /// Compacts the data folder, and returns what it held before.
    Result<LogStats, Fault> compact() {
        if (!(store instanceof LoggedStore log)) {
            return new Failure<>(new Fault.NeedsFolder("compact"));
        }
        try (var _ = progress.begin("compacting")) {
            LogStats before = log.stats();
            Optional<LogProblem> problem = log.compact();
            return problem.isPresent() ? new Failure<>(new Fault.LogFailed(problem.get())) : new Success<>(before);
        }
    }

    /// Returns what the data folder holds, and what it has cost.
    Result<LogStats, Fault> stats() {
        return store instanceof LoggedStore log
                ? new Success<>(log.stats())
                : new Failure<>(new Fault.NeedsFolder("stats"));
    }

    /// Lets the process end that uses the disk, or cuts its power, and starts again with what is left. Returns
    /// how many entries that are.
    Result<Integer, Fault> crash(boolean powerCut) {
        if (!(disk instanceof SimulatedDisk simulated)) {
            return new Failure<>(new Fault.FileFailed(new FileProblem.NotSimulated()));
        }
        others.clear();
        Runnable crash = powerCut ? simulated::cutPower : simulated::kill;
        if (store instanceof LoggedStore log) {
            Optional<LogProblem> problem = log.reopen(crash);
            if (problem.isPresent()) {
                return new Failure<>(new Fault.LogFailed(problem.get()));
            }
        } else {
            crash.run();
            store.clear();
        }
        return store.count().mapError(Fault.StoreFailed::new);
    }

    /// Ends the session, so that what was answered survives a power cut as well. Called again, it does nothing.
    public Optional<Fault> end() {
        over = true;
        return store instanceof LoggedStore log ? log.close().map(Fault.CloseFailed::new) : Optional.empty();
    }

    /// Returns whether the session has ended, which a signal may do at any time.
    boolean isOver() {
        return over;
    }
}
