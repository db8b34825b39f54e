package dev.minikv.step07.file;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.disk.Replacement;
import dev.minikv.step07.format.Damage;
import dev.minikv.step07.format.Format;
import dev.minikv.step07.format.Format.Decoded;
import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/// A file that holds the entries of a store.
///
/// Saving writes a new file beside it, forces that, and gives it the name. So whenever the program or
/// the machine stops, the file has the old entries or the new ones. As long as it is open, no other process
/// can open it: a file beside it, which ends in `.lock`, sees to that.
public final class StoreFile implements Closeable {

    private final Disk disk;
    private final String name;
    private final Path path;
    private final List<Format> formats;
    private final Closeable lock;
    private Format format;
    private String version = ""; // that was last loaded or saved; empty for no file
    private String written = ""; // by a save that may have failed

    private StoreFile(Disk disk, String name, Path path, List<Format> formats, Format format, Closeable lock) {
        this.disk = disk;
        this.name = name;
        this.path = path;
        this.formats = formats;
        this.format = format;
        this.lock = lock;
    }

    /// Opens a file, which need not be there yet, to load it and save it.
    ///
    /// @param formats all that the file may be in
    /// @param format what to save in, unless another one was loaded
    public static Result<StoreFile, FileProblem> open(Disk disk, String name, List<Format> formats, Format format) {
        try {
            Path path = disk.locate(name);
            disk.version(path); // fails for a folder or a device, before a lock is left beside it
            Closeable lock = disk.lock(Replacement.beside(path, ".lock"));
            return lock == null
                    ? new Failure<>(new FileProblem.InUse(name))
                    : new Success<>(new StoreFile(disk, name, path, formats, format, lock));
        } catch (IOException | InvalidPathException e) {
            return new Failure<>(new FileProblem.NotOpened(name, e));
        }
    }

    /// Opens a file to load it only, even if another process has it open.
    public static Result<StoreFile, FileProblem> openToLoad(Disk disk, String name, List<Format> formats) {
        try {
            return new Success<>(new StoreFile(disk, name, disk.locate(name), formats, formats.getFirst(), () -> {}));
        } catch (InvalidPathException e) {
            return new Failure<>(new FileProblem.NotReadable(name, e));
        }
    }

    /// Returns the name that it was opened by.
    public String name() {
        return name;
    }

    /// Returns whether another name means this file too.
    public boolean isAlso(String other) {
        try {
            return disk.locate(other).equals(path);
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// Returns where it is, the same for all its names.
    public Path path() {
        return path;
    }

    /// Takes over which version of this file was last loaded or saved, and its format.
    ///
    /// @return whether that is another version
    public boolean continueFrom(StoreFile other) {
        boolean isAnother = !version.equals(other.version);
        version = other.version;
        format = other.format;
        return isAnother;
    }

    /// Returns the format that it is saved in.
    public Format format() {
        return format;
    }

    /// Reads the entries.
    ///
    /// @param salvage whether to return what is left of a damaged file; a copy of the file is then kept, whose
    ///     name ends in `.damaged`, or in a number after that if there is one already
    public Result<Decoded, FileProblem> load(boolean salvage) {
        try {
            String found = disk.version(path);
            byte[] bytes = disk.read(path);
            Optional<Format> recognized = Stream.concat(Stream.of(format), formats.stream())
                    .filter(each -> each.recognizes(bytes))
                    .findFirst();
            if (recognized.isEmpty()) {
                return new Failure<>(new FileProblem.NotOurs(name));
            }
            Decoded decoded = recognized.get().decode(bytes);
            if (decoded.damages().stream().anyMatch(damage -> damage.kind() == Damage.Kind.NEWER_VERSION)) {
                return new Failure<>(new FileProblem.Newer(name));
            }
            if (!decoded.damages().isEmpty()) {
                if (!salvage) {
                    return new Failure<>(new FileProblem.Damaged(name, decoded.damages()));
                }
                Replacement.keepCopy(disk, path);
            }
            format = recognized.get();
            version = found;
            return new Success<>(decoded);
        } catch (IOException e) {
            return new Failure<>(new FileProblem.NotReadable(name, e));
        }
    }

    /// Replaces the entries in the file.
    ///
    /// @param anyway whether to replace a file that is there and has changed since it was last loaded or saved here
    /// @return empty if the entries are on the disk, otherwise why not
    public Optional<FileProblem> save(Collection<Entry<String, String>> entries, boolean anyway) {
        try {
            if (!anyway && !List.of("", version, written).contains(disk.version(path))) {
                return Optional.of(new FileProblem.Changed(name));
            }
            Replacement.replace(disk, path, path, out -> {
                        format.encode(entries, out);
                        written = disk.version(Replacement.beside(path, Replacement.FRESH));
                    })
                    .close();
            version = written;
            return Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.of(new FileProblem.CannotHold(name, notWellFormed(entries), format.name()));
        } catch (IOException e) {
            return Optional.of(new FileProblem.NotWritable(name, e));
        }
    }

    private static String notWellFormed(Collection<Entry<String, String>> entries) {
        return entries.stream()
                .filter(entry -> !Utf8.isWellFormed(entry.getKey()) || !Utf8.isWellFormed(entry.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /// Gives back the lock.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // the end of the process gives it back
        }
    }
}
