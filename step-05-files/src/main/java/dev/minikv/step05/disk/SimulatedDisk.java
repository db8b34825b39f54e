package dev.minikv.step05.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// A disk in memory, which can fail, and which forgets at a power cut whatever a disk may forget.
///
/// After a [#kill] all that could be seen is still there. After a [power cut][#cutPower] all that was
/// forced is there, and chance decides about the rest:
///
/// - of bytes that were not forced there may be none, only the first, zeros in their place, or the last
///   ones after a hole of zeros;
/// - a name that was created, changed or removed, and not forced, may be as before or as after.
///
/// Most disks are kinder. What it does not do is damage what was forced. Not for several threads.
public final class SimulatedDisk implements Disk {

    /// What can go wrong at an operation.
    public enum Trouble {
        KILL,
        POWER_CUT,
        /// No room for more bytes and names, until there is [#makeRoom].
        DISK_FULL,
        /// The operation fails, this once.
        IO_ERROR
    }

    /// Ends the program that uses the disk, which must not catch it.
    @SuppressWarnings("serial") // it ends a simulated life, and goes nowhere
    public static final class Crash extends Error {
        private Crash(Trouble trouble) {
            super(trouble.toString());
        }
    }

    /// What some names in a folder stand for from now on: a file, or nothing. It happens as a whole.
    private record Change(Path folder, Map<Path, Content> names) {

        private void applyTo(Map<Path, Content> files) {
            files.putAll(names);
            files.values().removeIf(Objects::isNull);
        }
    }

    private final Random random;
    private final Map<Path, Content> visible = new HashMap<>();
    private final Map<Path, Content> forced = new HashMap<>();
    private final List<Change> unforced = new ArrayList<>();
    private final Set<Path> locks = new HashSet<>();
    private int lives = 0;
    private int operations = 0;
    private int troubleAt = 0;
    private Trouble trouble;
    private boolean full = false;

    /// Creates an empty disk.
    ///
    /// @param seed decides what is lost: the same seed and the same operations lose the same
    public SimulatedDisk(long seed) {
        this.random = new Random(seed);
    }

    /// Returns how many operations have been tried that change or force something.
    public int operations() {
        return operations;
    }

    /// Lets the operation fail that [#operations] will count as this one, unless a crash comes first.
    public void plan(int operation, Trouble trouble) {
        this.troubleAt = operation;
        this.trouble = trouble;
    }

    /// Gives a full disk room.
    public void makeRoom() {
        full = false;
    }

    /// Ends the process that uses the disk, and with it its locks and open files.
    public void kill() {
        lives++;
        locks.clear();
        troubleAt = 0;
    }

    /// Cuts the power, which ends the process as well, and restores it.
    public void cutPower() {
        kill();
        for (Change change : unforced) {
            if (random.nextBoolean()) {
                change.applyTo(forced);
            }
        }
        unforced.clear();
        visible.clear();
        visible.putAll(forced);
        visible.values().forEach(content -> content.cutPower(random));
    }

    @Override
    public Path locate(String name) {
        return Path.of("/").resolve(name).normalize();
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return content(file).bytes.clone();
    }

    @Override
    public OpenFile create(Path file, Path like) throws IOException {
        if (visible.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        begin();
        requireRoom();
        var content = new Content();
        change(file, Map.of(file, content));
        return new Handle(content, lives);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Content content = content(from);
        begin();
        var names = new HashMap<Path, Content>();
        names.put(from, null);
        names.put(to, content);
        change(to, names);
    }

    @Override
    public void delete(Path file) throws IOException {
        content(file);
        begin();
        var names = new HashMap<Path, Content>();
        names.put(file, null);
        change(file, names);
    }

    private void change(Path file, Map<Path, Content> names) {
        var change = new Change(file.getParent(), names);
        change.applyTo(visible);
        unforced.add(change);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        begin();
        for (Change change : List.copyOf(unforced)) {
            if (Objects.equals(change.folder(), folder)) {
                change.applyTo(forced);
                unforced.remove(change);
            }
        }
    }

    @Override
    public String version(Path file) throws IOException {
        byte[] bytes = content(file).bytes;
        return bytes.length + " " + Arrays.hashCode(bytes);
    }

    @Override
    public Closeable lock(Path file) {
        return locks.add(file) ? () -> locks.remove(file) : null;
    }

    private Content content(Path file) throws IOException {
        if (!visible.containsKey(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return visible.get(file);
    }

    private void begin() throws IOException {
        operations++;
        if (operations != troubleAt) {
            return;
        }
        switch (trouble) {
            case KILL -> kill();
            case POWER_CUT -> cutPower();
            case DISK_FULL -> full = true;
            case IO_ERROR -> throw new FileSystemException(null, null, "Input/output error");
        }
        if (trouble == Trouble.KILL || trouble == Trouble.POWER_CUT) {
            throw new Crash(trouble);
        }
    }

    private void requireRoom() throws IOException {
        if (full) {
            throw new FileSystemException(null, null, "No space left on device");
        }
    }

    private final class Handle implements OpenFile {

        private final Content content;
        private final int openSince;

        private Handle(Content content, int openSince) {
            this.content = content;
            this.openSince = openSince;
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            requireOpen();
            content.append(bytes, random.nextInt(bytes.remaining() + 1));
            begin(); // at which it may end, with a part of them written
            requireRoom();
            content.append(bytes, bytes.remaining());
        }

        @Override
        public void force() throws IOException {
            requireOpen();
            begin();
            content.forced = content.bytes;
        }

        @Override
        public void close() {}

        private void requireOpen() throws IOException {
            if (openSince != lives) {
                throw new ClosedChannelException();
            }
        }
    }

    /// The bytes of a file: all that can be seen, and as many of them as have been forced.
    private static final class Content {

        private byte[] bytes = {}; // never changed: others take its place
        private byte[] forced = {};

        private void append(ByteBuffer source, int count) {
            int size = bytes.length;
            bytes = Arrays.copyOf(bytes, size + count);
            source.get(bytes, size, count);
        }

        private void cutPower(Random random) {
            int size = bytes.length;
            int lost = forced.length + random.nextInt(size - forced.length + 1); // the first that may be
            int kept = lost + random.nextInt(size - lost + 1); // the first after a hole
            switch (random.nextInt(4)) {
                case 0 -> bytes = forced;
                case 1 -> bytes = Arrays.copyOf(bytes, lost);
                case 2 -> bytes = Arrays.copyOf(Arrays.copyOf(bytes, lost), size);
                default -> {
                    bytes = bytes.clone();
                    Arrays.fill(bytes, lost, kept, (byte) 0);
                }
            }
            forced = bytes;
        }
    }
}
