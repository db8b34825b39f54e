package dev.minikv.step07.log;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.disk.Disk.OpenFile;
import dev.minikv.step07.log.LogFolder.NewerVersionException;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A key-value store that is kept in a folder: every change is in its log before it is made and answered.
///
/// Reads take place in memory and cost what they cost there. A change costs a write besides, and under
/// [SyncPolicy#ALWAYS] a force. A change that is answered by [StoreError.Unavailable] has not been made; if a
/// force has failed, it may turn out to be made when the folder is opened again. For several threads.
public final class LoggedStore implements KeyValueStore {

    /// How many bytes a segment may have before the next one is begun, unless a single record is larger.
    public static final int SEGMENT_BYTES = 1 << 24;

    private final Disk disk;
    private final String name;
    private final SyncPolicy sync;
    private final int segmentBytes;
    private final Memory memory;
    private final Object compaction = new Object(); // held by the one that runs
    private final ScheduledExecutorService background =
            Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
    private LogFolder folder;
    private Closeable lock;
    private Log log;
    private int firstSegment;
    private LogStats.Opened opened;
    private volatile Optional<LogProblem> failure = Optional.empty();

    private LoggedStore(Disk disk, String name, SyncPolicy sync, int segmentBytes, Memory memory) {
        this.disk = disk;
        this.name = name;
        this.sync = sync;
        this.segmentBytes = segmentBytes;
        this.memory = memory;
    }

    /// Opens the store in a folder, which is created if it is not there.
    ///
    /// @param store an empty one, where the entries are kept in memory
    /// @param salvage whether to go on without the records that are missing from a damaged log; copies of the files
    ///     are kept then, whose names end in `.damaged`, or in a number after that if there is one already
    public static Result<LoggedStore, LogProblem> open(
            Disk disk, String folder, MiniKvStore store, SyncPolicy sync, int segmentBytes, boolean salvage) {
        var logged = new LoggedStore(disk, folder, sync, segmentBytes, new Memory(store));
        Optional<LogProblem> problem = logged.open(salvage);
        return problem.isPresent() ? new Failure<>(problem.get()) : new Success<>(logged);
    }

    private Optional<LogProblem> open(boolean salvage) {
        long start = System.nanoTime();
        try {
            Path path = disk.locate(name);
            disk.createFolder(path);
            lock = disk.lock(path.resolve("lock"));
            if (lock == null) {
                return Optional.of(new LogProblem.InUse(name));
            }
            folder = new LogFolder(disk, path, name);
            var recovery = Recovery.of(folder, Integer.MAX_VALUE, 0, memory);
            Optional<LogProblem.Damaged> damage = salvage ? Optional.empty() : recovery.damage();
            if (damage.isPresent()) {
                giveBackLock();
                return Optional.of(damage.get());
            }
            log = recovery.openLog(segmentBytes);
            firstSegment = folder.segments().getFirst();
            opened = recovery.summary(Duration.ofNanos(System.nanoTime() - start));
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            giveBackLock();
            return Optional.of(problem(e));
        }
    }

    private LogProblem problem(Exception e) {
        return e instanceof NewerVersionException newer
                ? new LogProblem.Newer(newer.getFile())
                : new LogProblem.DiskFailed(name, e);
    }

    private void giveBackLock() {
        try (var _ = lock) {
            lock = null;
        } catch (IOException _) {
            // the end of the process gives it back
        }
    }

    /// Ends as a crash does, which promises nothing about what is not forced, and opens the folder again.
    ///
    /// @param crash what happens to the disk in between
    public Optional<LogProblem> reopen(Runnable crash) {
        synchronized (compaction) {
            synchronized (this) {
                log.abandon();
                crash.run();
                giveBackLock();
                memory.clear();
                return open(false);
            }
        }
    }

    /// From now on looks each second whether there is something to force, if the policy says so, and something to
    /// compact. The threads for it end with the store or with the program.
    public void startBackground() {
        if (sync == SyncPolicy.SECOND) {
            background.scheduleWithFixedDelay(this::forceQuietly, 1, 1, TimeUnit.SECONDS);
        }
        background.scheduleWithFixedDelay(this::compactIfWorthwhile, 1, 1, TimeUnit.SECONDS);
    }

    private synchronized void forceQuietly() {
        try {
            log.force();
        } catch (IOException _) {
            // each later change is refused, and says why
        }
    }

    /// Compacts when there are twice as many bytes as the entries need, and a segment more. After a failure it waits
    /// until somebody calls [#compact].
    void compactIfWorthwhile() {
        LogStats now = stats();
        if (now.deadBytes() > now.liveBytes() + segmentBytes && now.failure().isEmpty()) {
            compact();
        }
    }

    /// Writes a snapshot of all entries, and deletes the segments that it covers. Changes go on meanwhile: they wait
    /// for one force at most. Takes as much memory as the entries take, since it reads them from the files.
    public Optional<LogProblem> compact() {
        synchronized (compaction) {
            failure = tryToCompact();
            return failure;
        }
    }

    private Optional<LogProblem> tryToCompact() {
        try {
            int next;
            synchronized (this) {
                next = log.hold();
            }
            OpenFile segment = folder.beginSegment(next);
            long bytes;
            long covered;
            synchronized (this) {
                bytes = log.frameBytes();
                covered = log.sequence();
                log.continueIn(segment);
            }
            var copy = new Memory(new MiniKvStore(EngineKind.HASH, Limits.DEFAULT));
            Optional<LogProblem.Damaged> damage =
                    Recovery.of(folder, next, covered, copy).damage();
            if (damage.isPresent()) {
                return Optional.of(damage.get());
            }
            Snapshot.create(folder, next, covered, copy.entries());
            folder.deleteCovered();
            synchronized (this) {
                log.removed(bytes - copy.liveBytes());
                firstSegment = next;
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(problem(e));
        } finally {
            synchronized (this) {
                log.release();
            }
        }
    }

    /// Returns what the folder holds, and what it has cost.
    public synchronized LogStats stats() {
        return new LogStats(
                memory.store().count().value(),
                memory.liveBytes(),
                log.frameBytes() - memory.liveBytes(),
                log.number() - firstSegment + 1,
                log.forces(),
                opened,
                failure);
    }

    /// Waits until all that was answered is on the disk.
    public synchronized void force() throws IOException {
        log.force();
    }

    /// Waits for a compaction that is going on, forces what is not forced, and gives back the folder. Later changes
    /// are refused; closing again does nothing.
    ///
    /// @return why what was answered last may not survive a power cut, if it may not
    public Optional<LogProblem> close() {
        background.shutdown(); // without an interrupt, which would close the file
        synchronized (compaction) {
            synchronized (this) {
                try {
                    log.close();
                    return Optional.empty();
                } catch (IOException e) {
                    return Optional.of(problem(e));
                } finally {
                    giveBackLock();
                }
            }
        }
    }

    @Override
    public synchronized Result<Optional<String>, StoreError> set(String key, String value) {
        Optional<StoreError> refusal = memory.store().refusal(key, value);
        return refusal.isPresent()
                ? new Failure<>(refusal.get())
                : change(new LogRecord.Put(List.of(Map.entry(key, value))), () -> memory.put(key, value));
    }

    @Override
    public synchronized Result<Integer, StoreError> setAll(List<Entry<String, String>> entries) {
        Optional<StoreError> refusal = memory.store().refusal(entries);
        if (refusal.isPresent()) {
            return new Failure<>(refusal.get());
        }
        if (entries.isEmpty()) {
            return new Success<>(0);
        }
        int before = memory.store().count().value();
        var record = new LogRecord.Put(entries);
        return change(record, () -> {
            memory.apply(record);
            return memory.store().count().value() - before;
        });
    }

    @Override
    public synchronized Result<Optional<String>, StoreError> delete(String key) {
        return memory.store().contains(key).value()
                ? change(new LogRecord.Delete(key), () -> memory.delete(key))
                : new Success<>(Optional.empty());
    }

    @Override
    public synchronized Result<Integer, StoreError> clear() {
        int count = memory.store().count().value();
        if (count == 0) {
            return new Success<>(0);
        }
        return change(new LogRecord.Clear(), () -> {
            memory.clear();
            return count;
        });
    }

    /// Logs a change, forces it if the policy says so, makes it in memory, and answers: in this order.
    private <T> Result<T, StoreError> change(LogRecord record, Supplier<T> apply) {
        try {
            log.append(record, sync == SyncPolicy.ALWAYS);
        } catch (CharacterCodingException _) {
            return new Failure<>(new StoreError.NotUnicode());
        } catch (IOException e) {
            return new Failure<>(new StoreError.Unavailable(name, e, log.isBroken()));
        }
        return new Success<>(apply.get());
    }

    @Override
    public synchronized Result<Optional<String>, StoreError> get(String key) {
        return memory.store().get(key);
    }

    @Override
    public synchronized Result<Boolean, StoreError> contains(String key) {
        return memory.store().contains(key);
    }

    @Override
    public synchronized Result<Integer, StoreError> count() {
        return memory.store().count();
    }

    @Override
    public synchronized Result<List<String>, StoreError> keys(String prefix) {
        return memory.store().keys(prefix);
    }

    @Override
    public synchronized Result<List<Entry<String, String>>, StoreError> entries() {
        return memory.store().entries();
    }
}
