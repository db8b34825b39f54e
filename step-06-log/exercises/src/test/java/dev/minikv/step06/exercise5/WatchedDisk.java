package dev.minikv.step06.exercise5;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.disk.SimulatedDisk.Crash;
import dev.minikv.step06.disk.SimulatedDisk.Trouble;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// A simulated disk with a log in its folder, which watches a compaction: which files it names and leaves open, and
/// at which operation it is stopped or fails.
///
/// A compaction is not alone. Before each of its operations a store appends a record to the last segment, and
/// acknowledges it.
final class WatchedDisk implements Disk {

    static final Path FOLDER = Path.of("/data");

    private static final Set<String> READING = Set.of("read", "open", "list", "version");

    private final SimulatedDisk disk;
    private final Map<Integer, String> operations = new HashMap<>();
    private final Set<String> created = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> failedLater = new TreeSet<>();
    private SortedMap<String, String> acknowledged; // null: all that is in the files
    private OpenFile last; // null: nothing is appended
    private int appended = 0;
    private boolean isBusy = false;
    private int done = 0;
    private int readings = 0;
    private int planned = 0;
    private int plannedReading = 0;
    private Trouble trouble;
    private boolean staysBroken = false;
    private boolean isStopped = false;
    private IOException failure;
    private String afterFailure = "";

    WatchedDisk(long seed) {
        this.disk = new SimulatedDisk(seed);
    }

    /// Puts a file of the log there, on the disk. The one that was put last is appended to.
    ///
    /// @param records with `, ` between them
    void put(String name, String records) {
        try {
            last = create(name, records);
            last.force();
            disk.forceFolder(FOLDER);
            acknowledged = null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Lets the log go on in a new segment.
    void beginSegment(int number) {
        try {
            last = create("log-" + number, "");
            last.force();
            disk.forceFolder(FOLDER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Lets nothing be appended until the next segment begins.
    void rest() {
        last = null;
    }

    /// Puts a file there that has never been forced.
    void leave(String name, String records) {
        try {
            create(name, records);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private OpenFile create(String name, String records) throws IOException {
        OpenFile out = disk.create(FOLDER.resolve(name), FOLDER);
        out.write((records.replace(", ", "\n") + (records.isEmpty() ? "" : "\n")).getBytes(UTF_8));
        return out;
    }

    /// Lets a compaction begin, with a store that is in use meanwhile.
    void watch() {
        acknowledged = acknowledged();
        isBusy = true;
        done = 0;
        readings = 0;
        created.clear();
        open.clear();
    }

    /// Ends the time in which the store is in use.
    void endWatch() {
        isBusy = false;
    }

    /// Lets an operation of the compaction fail or stop it: the first that changes or forces something, the second,
    /// and so on.
    ///
    /// @param staysBroken whether each later operation fails too
    void plan(int operation, Trouble trouble, boolean staysBroken) {
        this.planned = operation;
        this.trouble = trouble;
        this.staysBroken = staysBroken;
    }

    /// Lets an operation fail that only reads something: the first one of the compaction, the second, and so on.
    void planReading(int operation) {
        this.plannedReading = operation;
    }

    /// Returns how many operations of the compaction there were that change or force something.
    int operations() {
        return done;
    }

    /// Returns how many operations of the compaction there were that only read something.
    int readings() {
        return readings;
    }

    /// Returns the operation that was counted as this one.
    String operation(int number) {
        return operations.get(number);
    }

    /// Returns the exception that the disk threw first, or null if nothing failed. That a file is there, or is not,
    /// is not a failure.
    IOException failure() {
        return failure;
    }

    /// Returns what the disk was asked for first after the failure, other than reading and deleting a `.new` file
    /// once.
    String afterFailure() {
        return afterFailure;
    }

    /// Returns the names of the files that were created or got a new name.
    Set<String> created() {
        return created;
    }

    /// Returns the names of the files that are open.
    Set<String> open() {
        return open;
    }

    /// Starts the machine again, with room on the disk and everything in order.
    void restart() {
        disk.kill();
        disk.repair();
        isBusy = false;
        isStopped = false;
        staysBroken = false;
        planned = 0;
        plannedReading = 0;
        failure = null;
        afterFailure = "";
        failedLater.clear();
        open.clear();
    }

    void cutPower() {
        disk.cutPower();
        restart();
    }

    /// Returns the names in the folder.
    List<String> names() {
        return disk.list(FOLDER).stream().sorted().toList();
    }

    /// Returns the lines of a file, with `, ` between them, or that it is not there.
    String text(String name) {
        try {
            return String.join(
                    ", ",
                    new String(disk.read(FOLDER.resolve(name)), UTF_8).lines().toList());
        } catch (IOException _) {
            return "no file";
        }
    }

    /// Returns the entries that were acknowledged.
    SortedMap<String, String> acknowledged() {
        try {
            return acknowledged == null ? new LogFolder(disk, FOLDER).read(Integer.MAX_VALUE) : acknowledged;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Returns the entries that the log has when it is opened again, or why it cannot be opened.
    String reopened() {
        try {
            return new LogFolder(disk, FOLDER).read(Integer.MAX_VALUE).toString();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private void append() throws IOException {
        boolean isTroubled = failure != null || planned > 0 && done >= planned;
        if (isBusy && !isTroubled && last != null) {
            appended++;
            String key = "later" + appended % 3;
            last.write(("set " + key + " " + appended + "\n").getBytes(UTF_8));
            last.force();
            acknowledged.put(key, "" + appended);
        }
    }

    private static String name(Path file) {
        return file.equals(FOLDER) ? "the folder" : FOLDER.relativize(file).toString();
    }

    @Override
    public Path locate(String name) {
        return disk.locate(name);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return perform("read", file, () -> disk.read(file));
    }

    @Override
    public InputStream open(Path file) throws IOException {
        byte[] bytes = perform("open", file, () -> disk.read(file));
        open.add(name(file));
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                open.remove(name(file));
            }
        };
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        return perform("list", folder, () -> disk.list(folder));
    }

    @Override
    public String version(Path file) throws IOException {
        return perform("version", file, () -> disk.version(file));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        perform("create folder", folder, () -> {
            disk.createFolder(folder);
            return created.add(name(folder));
        });
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        created.add(name(file));
        return perform("lock", file, () -> disk.lock(file));
    }

    @Override
    public OpenFile create(Path file, Path like) throws IOException {
        OpenFile out = perform("create", file, () -> disk.create(file, like));
        created.add(name(file));
        open.add(name(file));
        return new WatchedFile(file, out);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        created.add(name(to));
        perform("rename", from, () -> {
            disk.rename(from, to);
            return null;
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        perform("delete", file, () -> {
            disk.delete(file);
            return null;
        });
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        perform("force", folder, () -> {
            disk.forceFolder(folder);
            return null;
        });
    }

    private interface Operation<T> {
        T run() throws IOException;
    }

    private <T> T perform(String what, Path path, Operation<T> operation) throws IOException {
        if (isStopped) {
            throw new Crash(); // a program that was stopped can do nothing more
        }
        append();
        String described = what + " " + name(path);
        boolean isHarmless = READING.contains(what) || what.equals("delete") && described.endsWith(".new");
        if (failure != null && afterFailure.isEmpty() && !isHarmless) {
            afterFailure = "then " + described;
        }
        if (afterFailure.isEmpty() && failedLater.contains(described)) {
            afterFailure = "then " + described + ", although that had failed after it";
        }
        int before = disk.operations();
        try {
            boolean isBroken = staysBroken && failure != null;
            if (READING.contains(what) && (++readings == plannedReading || isBroken)) {
                throw new IOException("Input/output error");
            }
            int next = isBroken ? 1 : planned - done;
            disk.plan(before + next, trouble);
            return operation.run();
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            if (failure == null) {
                failure = e;
            } else if (!READING.contains(what)) {
                failedLater.add(described);
            }
            throw e;
        } catch (Crash e) {
            isStopped = true;
            throw e;
        } finally {
            disk.plan(0, trouble); // not for the store
            done += disk.operations() - before;
            operations.putIfAbsent(done, described);
        }
    }

    /// A file that is open, and is watched.
    private final class WatchedFile extends OpenFile {

        private final Path file;
        private final OpenFile out;
        private boolean isOpen = true;

        private WatchedFile(Path file, OpenFile out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            requireOpen();
            perform("write", file, () -> {
                out.write(bytes, offset, length);
                return null;
            });
        }

        @Override
        public void force() throws IOException {
            requireOpen();
            perform("force", file, () -> {
                out.force();
                return null;
            });
        }

        @Override
        public void truncate(long length) throws IOException {
            requireOpen();
            perform("truncate", file, () -> {
                out.truncate(length);
                return null;
            });
        }

        private void requireOpen() throws IOException {
            if (!isOpen) {
                throw new ClosedChannelException();
            }
        }

        @Override
        public void close() {
            isOpen = false;
            open.remove(name(file));
        }
    }
}
