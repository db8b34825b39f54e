package dev.minikv.step06.log;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.Disk.OpenFile;
import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Failure;
import dev.minikv.step06.store.Result.Success;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/// The folder of a log on a simulated disk, whose files a test may write itself.
record Folder(SimulatedDisk disk) {

    static final Path PATH = Path.of("/data");
    static final int SEGMENT_BYTES = 200;

    Folder() {
        this(new SimulatedDisk(1));
    }

    /// Returns a folder with the files of a map, each with its bytes.
    static Folder of(Map<String, byte[]> files) throws IOException {
        var folder = new Folder();
        folder.disk.createFolder(PATH);
        for (Entry<String, byte[]> file : files.entrySet()) {
            folder.write(file.getKey(), file.getValue());
        }
        return folder;
    }

    /// Returns the bytes of a segment with some records. All before each of them are forced.
    static byte[] segment(long firstSequence, LogRecord... records) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(LogFolder.HEADER);
        for (int i = 0; i < records.length; i++) {
            bytes.write(Frame.encode(firstSequence + i, 0, records[i]));
        }
        return bytes.toByteArray();
    }

    static LogRecord put(String key, String value) {
        return new LogRecord.Put(List.of(Map.entry(key, value)));
    }

    void write(String name, byte[] bytes) throws IOException {
        disk.delete(PATH.resolve(name));
        try (OpenFile file = disk.create(PATH.resolve(name), PATH.resolve(name))) {
            file.write(bytes);
            file.force();
        }
        disk.forceFolder(PATH);
    }

    byte[] read(String name) throws IOException {
        return disk.read(PATH.resolve(name));
    }

    void delete(String name) throws IOException {
        disk.delete(PATH.resolve(name));
    }

    /// Returns the names of the files, in order.
    List<String> names() {
        return disk.list(PATH).stream()
                .filter(name -> !name.equals("lock"))
                .sorted()
                .toList();
    }

    LoggedStore open(SyncPolicy policy) {
        return open(disk, "data", policy, SEGMENT_BYTES, false);
    }

    LoggedStore salvage() {
        return open(disk, "data", SyncPolicy.ALWAYS, SEGMENT_BYTES, true);
    }

    static LoggedStore open(Disk disk, String folder, SyncPolicy policy, int segmentBytes, boolean salvage) {
        return switch (tryToOpen(disk, folder, policy, segmentBytes, salvage)) {
            case Success(LoggedStore store) -> store;
            case Failure(LogProblem problem) -> throw new AssertionError("cannot be opened: " + problem);
        };
    }

    /// Returns why the folder cannot be opened.
    LogProblem problem() {
        return switch (tryToOpen(disk, "data", SyncPolicy.ALWAYS, SEGMENT_BYTES, false)) {
            case Success(LoggedStore store) -> throw new AssertionError("opened, with " + contents(store));
            case Failure(LogProblem problem) -> problem;
        };
    }

    private static Result<LoggedStore, LogProblem> tryToOpen(
            Disk disk, String folder, SyncPolicy policy, int segmentBytes, boolean salvage) {
        var memory = new MiniKvStore(EngineKind.HASH, Limits.DEFAULT);
        return LoggedStore.open(disk, folder, memory, policy, segmentBytes, salvage);
    }

    static Map<String, String> contents(LoggedStore store) {
        var contents = new TreeMap<String, String>();
        if (store.entries() instanceof Success(List<Entry<String, String>> entries)) {
            entries.forEach(entry -> contents.put(entry.getKey(), entry.getValue()));
        }
        return contents;
    }

    /// Ends the process that has the folder open, opens it again, and returns what is there.
    Map<String, String> contentsAfterKill() {
        disk.kill();
        Map<String, String> contents = contents(open(SyncPolicy.ALWAYS));
        disk.kill();
        return contents;
    }
}
