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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The files of a session: the one that its store is loaded from and saved to, if there is one, and others
/// that commands name. What goes wrong with one is returned as a fault.
///
/// A command holds the lock of this object while it changes the store, so that a save never sees half of that.
public final class Saving {

    static final List<Format> FORMATS = List.of(new ScriptFormat(), new CsvFormat(), new BinaryFormat());

    private final KeyValueStore store;
    private final Disk disk;
    private final Progress progress;
    private Optional<StoreFile> own = Optional.empty();
    private final Map<Path, StoreFile> others = new HashMap<>(); // closed; they know what was loaded and saved
    private boolean changed = false; // is there anything that the session's file does not have?
    private boolean over = false;

    /// Creates what saves one store to one disk.
    ///
    /// @param progress is told what may take long
    public Saving(KeyValueStore store, Disk disk, Progress progress) {
        this.store = store;
        this.disk = disk;
        this.progress = progress;
    }

    /// Returns the format of that name, if there is one.
    static Optional<Format> format(String name) {
        return FORMATS.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Keeps the store in a file from now on, and loads what is there.
    ///
    /// @param format what to save in if there is no such file yet; by default what its name ends with
    /// @param salvage whether to load what is left of a damaged file
    public synchronized Optional<Fault> keepIn(String name, Optional<Format> format, boolean salvage) {
        return with("loading", name, StoreFile.open(disk, name, FORMATS, format.orElse(fitting(name))), file -> {
            own = Optional.of(file);
            Optional<Fault> fault = load(file, salvage);
            changed = fault.filter(Fault.Salvaged.class::isInstance).isPresent();
            // A file that is not there will be created.
            return fault.filter(problem -> !(problem.cause().orElse(null) instanceof NoSuchFileException));
        });
    }

    private static Format fitting(String name) {
        return format(name.substring(name.lastIndexOf('.') + 1)).orElse(FORMATS.getFirst());
    }

    /// Adds the entries of a file to the store: all of them, or none.
    synchronized Optional<Fault> load(String name) {
        goOn();
        return with("loading", name, StoreFile.openToLoad(disk, name, FORMATS), file -> {
            Optional<Fault> fault = load(file, false);
            if (fault.isEmpty()) {
                others.put(file.path(), file);
                own.filter(mine -> mine.isAlso(name)).ifPresent(mine -> changed |= mine.continueFrom(file));
            }
            return fault;
        });
    }

    private Optional<Fault> with(
            String what,
            String name,
            Result<StoreFile, FileProblem> opened,
            Function<StoreFile, Optional<Fault>> action) {
        try (var _ = progress.begin(what + " " + Quotes.visible(name))) {
            return switch (opened) {
                case Success(StoreFile file) -> action.apply(file);
                case Failure(FileProblem problem) -> Optional.of(new Fault.FileFailed(problem));
            };
        }
    }

    private Optional<Fault> load(StoreFile file, boolean salvage) {
        switch (file.load(salvage)) {
            case Success(Decoded decoded) -> {
                List<Entry<String, String>> before = store.entries();
                for (Entry<String, String> entry : decoded.entries()) {
                    if (store.set(entry.getKey(), entry.getValue()) instanceof Failure(StoreError error)) {
                        store.clear();
                        before.forEach(each -> store.set(each.getKey(), each.getValue()));
                        return Optional.of(new Fault.FileFailed(new FileProblem.Refused(file.name(), error)));
                    }
                }
                changed |= !store.entries().equals(before);
                boolean proven = file.format().provesEntries();
                var salvaged = new Fault.Salvaged(file.name(), decoded, proven);
                return decoded.damages().isEmpty() ? Optional.empty() : Optional.of(salvaged);
            }
            case Failure(FileProblem problem) -> {
                return Optional.of(new Fault.FileFailed(problem));
            }
        }
    }

    /// Does what may change the store: all of it, or nothing if the session has ended.
    ///
    /// @param isChange whether it did, by its result
    synchronized <T> T change(Supplier<T> action, Predicate<T> isChange) {
        goOn();
        T result = action.get();
        changed |= isChange.test(result);
        return result;
    }

    /// @throws CancellationException if the session has ended
    private void goOn() {
        if (over) {
            throw new CancellationException();
        }
    }

    /// Saves the store, in the session's file or in another.
    ///
    /// @param anyway whether to replace a file that has changed since it was last loaded or saved here
    synchronized Optional<Fault> save(Optional<String> name, boolean anyway) {
        goOn();
        if (name.isPresent() && own.filter(file -> file.isAlso(name.get())).isEmpty()) {
            var opened = StoreFile.open(disk, name.get(), FORMATS, fitting(name.get()));
            return with("saving", name.get(), opened, file -> {
                try (file) {
                    file.continueFrom(others.getOrDefault(file.path(), file));
                    if (anyway) {
                        file.load(false); // only to keep its format, if that is one of ours
                    }
                    Optional<FileProblem> problem = file.save(store.entries(), anyway);
                    others.compute(file.path(), (_, before) -> problem.isEmpty() ? file : before);
                    return problem.map(Fault.FileFailed::new);
                }
            });
        }
        if (own.isEmpty()) {
            return Optional.of(new Fault.FileFailed(new FileProblem.NoFile()));
        }
        try (var _ = progress.begin("saving " + Quotes.visible(own.get().name()))) {
            Optional<FileProblem> problem = own.get().save(store.entries(), anyway);
            changed &= problem.isPresent();
            return problem.map(Fault.FileFailed::new);
        }
    }

    /// Saves what is not saved yet, if the session has a file.
    synchronized Optional<Fault> finish() {
        return own.isPresent() && changed ? save(Optional.empty(), false) : Optional.empty();
    }

    /// Ends the session: saves, and lets no command change anything any more. Called again, it does nothing.
    public synchronized Optional<Fault> end() {
        Optional<Fault> fault = over ? Optional.empty() : finish();
        over = true;
        return fault;
    }

    /// Gives up what is not saved yet.
    synchronized void giveUp() {
        changed = false;
    }

    /// Lets the process end that uses the disk, or cuts its power, and starts again with what is left.
    synchronized Optional<Fault> crash(boolean powerCut) {
        goOn();
        if (!(disk instanceof SimulatedDisk simulated)) {
            return Optional.of(new Fault.FileFailed(new FileProblem.NotSimulated()));
        }
        simulated.kill();
        if (powerCut) {
            simulated.cutPower();
        }
        store.clear();
        others.clear();
        return own.flatMap(file -> keepIn(file.name(), Optional.of(file.format()), false));
    }
}
