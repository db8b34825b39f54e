package dev.minikv.step07.disk;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A disk in memory, which can fail, and which forgets at a power cut whatever a disk may forget.
///
/// After a [#kill] all that could be seen is still there. After a [power cut][#cutPower] all that was
/// forced is there, and chance decides about the rest:
///
/// - of bytes that were not forced there may be none, only the first, zeros in their place, or the last
///   ones after a hole of zeros;
/// - bytes that were truncated may be there again, if that was not forced;
/// - a name that was created, changed or removed, and not forced, may be as before or as after.
///
/// Most disks are kinder. What it does not do is damage what was forced. For several threads.
public final class SimulatedDisk implements Disk {

    /// What can go wrong at an operation.
    public enum Trouble {
        KILL,
        POWER_CUT,
        /// No room for more bytes and names, until the disk is [repaired][#repair].
        DISK_FULL,
        /// The operation fails, this once.
        IO_ERROR,
        /// This and every later operation fail, until the disk is [repaired][#repair].
        BROKEN,
        /// The next force of a file fails, and later ones of that file claim to succeed, which
        /// [real systems have done](https://www.usenix.org/conference/atc20/presentation/rebello).
        LYING_FORCE
    }

    /// Ends the program that uses the disk, which must not catch it.
    @SuppressWarnings("serial") // it ends a simulated life, and goes nowhere
    public static final class Crash extends Error {}

    /// A change of the names in a folder. It happens as a whole.
    private record Change(Path folder, Consumer<Map<Path, SimulatedFile>> effect) {}

    private final SplittableRandom random;
    private final Map<Path, SimulatedFile> visible = new HashMap<>();
    private final Map<Path, SimulatedFile> forced = new HashMap<>();
    private final List<Change> unforced = new ArrayList<>();
    private final Map<Path, Object> locks = new HashMap<>();
    private int operations = 0;
    private int troubleAt = 0;
    private Trouble trouble;
    private boolean full = false;
    private boolean broken = false;
    private boolean forceFails = false;
    private final SimulatedFile folder = new SimulatedFile(); // stands for each folder

    /// Creates an empty disk.
    ///
    /// @param seed decides what is lost: the same seed and the same operations lose the same
    public SimulatedDisk(long seed) {
        this.random = new SplittableRandom(seed); // which is as good for seeds that are close
    }

    /// Returns how many operations have been tried that change or force something.
    public synchronized int operations() {
        return operations;
    }

    /// Lets the operation fail that [#operations] will count as this one, however much later that is, unless
    /// a crash comes first. There is one plan at a time.
    public synchronized void plan(int operation, Trouble trouble) {
        this.troubleAt = operation;
        this.trouble = trouble;
    }

    /// Gives a full disk room, and a broken one working parts.
    public synchronized void repair() {
        full = false;
        broken = false;
    }

    /// Ends the process that uses the disk, and with it its locks.
    public synchronized void kill() {
        locks.clear();
        troubleAt = 0;
        forceFails = false;
    }

    /// Cuts the power, which ends the process as well, and restores it.
    public synchronized void cutPower() {
        kill();
        for (Change change : unforced) {
            if (random.nextBoolean()) {
                change.effect().accept(forced);
            }
        }
        unforced.clear();
        forced.keySet()
                .removeIf(file -> visible.get(file.getParent()) == folder && !forced.containsKey(file.getParent()));
        visible.clear();
        visible.putAll(forced);
        visible.values().forEach(SimulatedFile::cutPower);
    }

    @Override
    public Path locate(String name) {
        return Path.of("/").resolve(name).normalize();
    }

    @Override
    public synchronized byte[] read(Path file) throws IOException {
        return file(file).bytes.clone();
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return new ByteArrayInputStream(read(file));
    }

    @Override
    public synchronized List<String> list(Path folder) {
        return visible.keySet().stream()
                .filter(file -> folder.equals(file.getParent()))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        if (folder.getParent() != null) {
            if (!visible.containsKey(folder)) {
                createFolder(folder.getParent());
                begin(true);
                change(folder, names -> names.put(folder, this.folder));
            }
            forceFolder(folder.getParent());
        }
    }

    @Override
    public synchronized OpenFile create(Path file, Path like) throws IOException {
        if (visible.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        begin(true);
        var created = new SimulatedFile();
        change(file, names -> names.put(file, created));
        return created;
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        SimulatedFile renamed = file(from);
        begin(false);
        change(to, names -> {
            names.remove(from);
            names.put(to, renamed);
        });
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (visible.containsKey(file)) {
            begin(false);
            change(file, names -> names.remove(file));
        }
    }

    private void change(Path file, Consumer<Map<Path, SimulatedFile>> effect) {
        effect.accept(visible);
        unforced.add(new Change(file.getParent(), effect));
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        begin(false);
        unforced.stream()
                .filter(change -> change.folder().equals(folder))
                .forEach(change -> change.effect().accept(forced));
        unforced.removeIf(change -> change.folder().equals(folder));
    }

    @Override
    public synchronized String version(Path file) throws IOException {
        if (file.getNameCount() == 0) {
            throw new NotAFileException(); // it is the root
        }
        return visible.containsKey(file) ? Arrays.toString(visible.get(file).bytes) : "";
    }

    @Override
    public synchronized Closeable lock(Path file) {
        var mine = new Object(); // not that of a later process
        return locks.putIfAbsent(file, mine) == null ? () -> locks.remove(file, mine) : null;
    }

    /// Returns a place from the first to the last, and often one of these two.
    private int pick(int first, int last) {
        return switch (random.nextInt(3)) {
            case 0 -> first;
            case 1 -> last;
            default -> random.nextInt(first, last + 1);
        };
    }

    private SimulatedFile file(Path name) throws IOException {
        if (!visible.containsKey(name)) {
            throw new NoSuchFileException(name.toString());
        }
        return visible.get(name);
    }

    private void begin(boolean needsRoom) throws IOException {
        operations++;
        if (operations == troubleAt) {
            switch (trouble) {
                case KILL -> kill();
                case POWER_CUT -> cutPower();
                case DISK_FULL -> full = true;
                case IO_ERROR -> throw ioError();
                case BROKEN -> broken = true;
                case LYING_FORCE -> forceFails = true;
            }
            if (trouble == Trouble.KILL || trouble == Trouble.POWER_CUT) {
                throw new Crash();
            }
        }
        if (broken) {
            throw ioError();
        }
        if (full && needsRoom) {
            throw new FileSystemException(null, null, "No space left on device");
        }
    }

    private static IOException ioError() {
        return new FileSystemException(null, null, "Input/output error");
    }

    /// A file: all bytes that can be seen, and as many of them as have been forced.
    private final class SimulatedFile extends OpenFile {

        private byte[] bytes = {}; // never changed: others take its place
        private byte[] forced = {};
        private byte[] uncut = {}; // bytes before they were truncated, while that is not forced
        private boolean forceLies = false;

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            synchronized (SimulatedDisk.this) {
                int first = pick(0, length);
                append(source, offset, first);
                begin(true); // at which it may end, with none, a part or all of them written
                append(source, offset + first, length - first);
            }
        }

        private void append(byte[] source, int offset, int length) {
            int size = bytes.length;
            bytes = Arrays.copyOf(bytes, size + length);
            System.arraycopy(source, offset, bytes, size, length);
        }

        @Override
        public void truncate(long length) throws IOException {
            synchronized (SimulatedDisk.this) {
                begin(false);
                uncut = bytes.length > uncut.length ? bytes : uncut;
                bytes = Arrays.copyOf(bytes, (int) length);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (SimulatedDisk.this) {
                begin(false);
                if (forceFails) {
                    forceFails = false;
                    forceLies = true;
                    throw ioError();
                }
                if (!forceLies) {
                    forced = bytes;
                    uncut = bytes;
                }
            }
        }

        private void cutPower() {
            bytes = uncut.length > bytes.length && random.nextBoolean() ? uncut : bytes;
            int hole = pick(Math.min(forced.length, bytes.length), bytes.length);
            int afterHole = pick(hole, bytes.length);
            bytes = Arrays.copyOf(bytes, pick(afterHole, bytes.length));
            Arrays.fill(bytes, hole, afterHole, (byte) 0);
            forced = bytes;
            uncut = bytes;
            forceLies = false;
        }
    }
}
