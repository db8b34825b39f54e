package dev.minikv.step05.repl;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.SimulatedDisk;
import dev.minikv.step05.file.FileProblem;
import dev.minikv.step05.file.StoreFile;
import dev.minikv.step05.format.BinaryFormat;
import dev.minikv.step05.format.CsvFormat;
import dev.minikv.step05.format.Format;
import dev.minikv.step05.format.Format.Decoded;
import dev.minikv.step05.store.KeyValueStore;
import dev.minikv.step05.store.Result;
import dev.minikv.step05.store.Result.Failure;
import dev.minikv.step05.store.Result.Success;
import dev.minikv.step05.store.StoreError;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;

/// The files of a session: the one that its store is loaded from and saved to, if there is one, and others
/// that commands name. A command holds the lock of this object, so that a save never sees half of it.
public final class Saving {

    static final List<Format> FORMATS = List.of(new ScriptFormat(), new CsvFormat(), new BinaryFormat());

    private final KeyValueStore store;
    private final Disk disk;
    private final Format format;
    private Optional<StoreFile> own = Optional.empty();
    private boolean changed = false; // is there anything that the session's file does not have?
    private boolean over = false;

    /// Creates what saves one store to one disk.
    ///
    /// @param format of files whose name does not end with that of another
    public Saving(KeyValueStore store, Disk disk, Format format) {
        this.store = store;
        this.disk = disk;
        this.format = format;
    }

    /// Returns the format of that name, if there is one.
    static Optional<Format> format(String name) {
        return FORMATS.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Keeps the store in a file from now on, and loads what is there.
    ///
    /// @param salvage whether to load what is left of a damaged file
    /// @return what was loaded, and what is damaged
    public synchronized Result<Decoded, FileProblem> keepIn(String name, boolean salvage) {
        return switch (open(name)) {
            case Success(StoreFile file) -> {
                own = Optional.of(file);
                Result<Decoded, FileProblem> loaded = load(file, salvage);
                changed = loaded instanceof Success(Decoded decoded)
                        && !decoded.damages().isEmpty();
                yield loaded;
            }
            case Failure(FileProblem problem) -> new Failure<>(problem);
        };
    }

    /// Adds the entries of a file to the store: all of them, or none.
    synchronized Result<Decoded, FileProblem> load(String name) {
        changed = true;
        return with(name, file -> load(file, false));
    }

    private Result<StoreFile, FileProblem> open(String name) {
        Format fitting = format(name.substring(name.lastIndexOf('.') + 1)).orElse(format);
        return StoreFile.open(disk, name, FORMATS, fitting);
    }

    private <T> Result<T, FileProblem> with(String name, Function<StoreFile, Result<T, FileProblem>> action) {
        return switch (open(name)) {
            case Success(StoreFile file) -> {
                try (file) {
                    yield action.apply(file);
                }
            }
            case Failure(FileProblem problem) -> new Failure<>(problem);
        };
    }

    private Result<Decoded, FileProblem> load(StoreFile file, boolean salvage) {
        Result<Decoded, FileProblem> loaded = file.load(salvage);
        if (loaded instanceof Success(Decoded decoded)) {
            List<Entry<String, String>> before = store.entries();
            for (Entry<String, String> entry : decoded.entries()) {
                if (store.set(entry.getKey(), entry.getValue()) instanceof Failure(StoreError error)) {
                    store.clear();
                    before.forEach(each -> store.set(each.getKey(), each.getValue()));
                    return new Failure<>(new FileProblem.Refused(file.name(), error));
                }
            }
        }
        return loaded;
    }

    /// Says that the store is no longer as it was.
    synchronized void noteChange() {
        changed = true;
    }

    /// Saves the store, in the session's file or in another.
    ///
    /// @param anyway whether to replace a file that has changed since it was last loaded or saved here
    /// @return the name of the file
    synchronized Result<String, FileProblem> save(Optional<String> name, boolean anyway) {
        if (name.isPresent()) {
            return with(name.get(), file -> save(file, anyway));
        }
        Result<String, FileProblem> saved =
                own.isPresent() ? save(own.get(), anyway) : new Failure<>(new FileProblem.NoFile());
        changed &= saved instanceof Failure;
        return saved;
    }

    private Result<String, FileProblem> save(StoreFile file, boolean anyway) {
        Optional<FileProblem> problem = file.save(store.entries(), anyway);
        return problem.isPresent() ? new Failure<>(problem.get()) : new Success<>(file.name());
    }

    /// Saves what is not saved yet, if the session has a file.
    ///
    /// @return empty if nothing is left to be saved
    synchronized Optional<FileProblem> finish() {
        return own.isPresent() && changed && save(Optional.empty(), false) instanceof Failure(FileProblem problem)
                ? Optional.of(problem)
                : Optional.empty();
    }

    /// Ends the session: saves, and lets no command change anything any more. Called again, it does nothing.
    public synchronized Optional<FileProblem> end() {
        over = true;
        Optional<FileProblem> problem = finish();
        changed = false;
        return problem;
    }

    synchronized boolean isOver() {
        return over;
    }

    /// Gives up what is not saved yet.
    synchronized void giveUp() {
        changed = false;
    }

    /// Lets the process end that uses the disk, or cuts its power, and starts again with what is left.
    synchronized Result<Decoded, FileProblem> crash(boolean powerCut) {
        if (!(disk instanceof SimulatedDisk simulated)) {
            return new Failure<>(new FileProblem.NotSimulated());
        }
        if (powerCut) {
            simulated.cutPower();
        } else {
            simulated.kill();
        }
        store.clear();
        changed = false;
        return own.isPresent() ? keepIn(own.get().name(), false) : new Success<>(new Decoded(List.of(), List.of()));
    }
}
