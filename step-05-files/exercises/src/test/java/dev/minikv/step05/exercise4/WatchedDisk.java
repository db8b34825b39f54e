package dev.minikv.step05.exercise4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.minikv.step05.disk.Disk;
import dev.minikv.step05.disk.SimulatedDisk;
import dev.minikv.step05.disk.SimulatedDisk.Crash;
import dev.minikv.step05.disk.SimulatedDisk.Trouble;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A simulated disk that watches a save: which files it names, which it leaves open, and at which operation
/// it is stopped or fails. A program that was stopped can do nothing more to it, as with a real one.
final class WatchedDisk implements Disk {

    /// What a file has that does not exist.
    static final String NO_FILE = "no file";

    private static final String USUAL = "rw-r--r--";
    private static final Set<String> HARMLESS = Set.of("read", "version", "delete");

    private final SimulatedDisk disk;
    private final Map<Path, String> permissions = new HashMap<>();
    private final Map<Integer, String> operations = new HashMap<>();
    private final Set<Path> named = new TreeSet<>();
    private final Set<Path> created = new TreeSet<>();
    private final Set<Path> open = new TreeSet<>();
    private boolean isStopped = false;
    private boolean staysBroken = false;
    private IOException failure;
    private String afterFailure = "";

    WatchedDisk(long seed) {
        this.disk = new SimulatedDisk(seed);
    }

    /// Puts a file there. It survives a power cut if it is forced.
    void put(Path file, String text, boolean isForced) {
        permissions.put(file, USUAL);
        try (OpenFile out = disk.create(file, file)) {
            out.write(text.getBytes(ISO_8859_1));
            if (isForced) {
                out.force();
                disk.forceFolder(file.getParent());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void setPermissions(Path file, String text) {
        permissions.put(file, text);
    }

    String permissions(Path file) {
        return permissions.get(file);
    }

    /// Lets an operation fail or stop the program: the first from now on, the second, and so on.
    ///
    /// @param staysBroken whether each later operation fails too
    void plan(int operation, Trouble trouble, boolean staysBroken) {
        disk.plan(disk.operations() + operation, trouble);
        this.staysBroken = staysBroken;
    }

    /// Returns how many operations there were that change or force something.
    int operations() {
        return disk.operations();
    }

    /// Returns the operation that was counted as this one.
    String operation(int number) {
        return operations.get(number);
    }

    /// Returns the exception that the disk threw first, or null if nothing failed. That a file is there, or
    /// is not, is no failure.
    IOException failure() {
        return failure;
    }

    /// Returns what the disk was asked for first after the failure, other than reading and deleting.
    String afterFailure() {
        return afterFailure;
    }

    /// Starts the machine again, with room on the disk and everything in order.
    void restart() {
        disk.kill();
        disk.repair();
        isStopped = false;
        staysBroken = false;
        open.clear();
    }

    void cutPower() {
        disk.cutPower();
        restart();
    }

    /// Returns the files that were named in an operation.
    Set<Path> named() {
        return named;
    }

    /// Returns the files that are open.
    Set<Path> open() {
        return open;
    }

    boolean hasCreated(Path file) {
        return created.contains(file);
    }

    /// Returns what a file has, a char for each byte, or that there is none.
    String text(Path file) {
        try {
            return new String(disk.read(file), ISO_8859_1);
        } catch (IOException _) {
            return NO_FILE;
        }
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
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
    public OpenFile create(Path file, Path like) throws IOException {
        OpenFile out = perform("create", file, () -> disk.create(file, like));
        created.add(file);
        open.add(file);
        permissions.put(file, permissions.getOrDefault(like, USUAL));
        return new OpenFile() {

            private boolean isOpen = true;

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

            private void requireOpen() throws IOException {
                if (!isOpen) {
                    throw new ClosedChannelException();
                }
            }

            @Override
            public void close() {
                isOpen = false;
                open.remove(file);
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        named.add(to);
        perform("rename", from, () -> {
            disk.rename(from, to);
            return permissions.put(to, permissions.remove(from));
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        perform("delete", file, () -> {
            disk.delete(file);
            return permissions.remove(file);
        });
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        perform("force folder", folder, () -> {
            disk.forceFolder(folder);
            return null;
        });
    }

    @Override
    public String version(Path file) throws IOException {
        return perform("version", file, () -> disk.version(file));
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return perform("lock", file, () -> disk.lock(file));
    }

    private interface Operation<T> {
        T run() throws IOException;
    }

    private <T> T perform(String what, Path path, Operation<T> operation) throws IOException {
        if (isStopped) {
            throw new Crash();
        }
        if (!what.equals("force folder")) {
            named.add(path);
        }
        if (failure != null && afterFailure.isEmpty() && !HARMLESS.contains(what)) {
            afterFailure = "then " + what + " " + name(path);
        }
        if (staysBroken && failure != null) {
            plan(1, Trouble.IO_ERROR, true);
        }
        try {
            return operation.run();
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        } catch (Crash e) {
            isStopped = true;
            throw e;
        } finally {
            operations.putIfAbsent(disk.operations(), what + " " + name(path));
        }
    }
}
