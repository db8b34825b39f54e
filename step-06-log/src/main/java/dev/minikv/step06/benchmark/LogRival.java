package dev.minikv.step06.benchmark;

import dev.minikv.step06.disk.Disk;
import dev.minikv.step06.disk.RealDisk;
import dev.minikv.step06.log.LogStats;
import dev.minikv.step06.log.LoggedStore;
import dev.minikv.step06.log.SyncPolicy;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import dev.minikv.step06.store.Result;
import dev.minikv.step06.store.Result.Success;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;

/// Step 06's store.
final class LogRival implements Rival {

    private static final Limits LIMITS = new Limits(1_000, 1_000_000, 10_000_000);

    private final LoggedStore store;
    private final int segmentBytes;

    LogRival(Disk disk, Path folder, boolean isDurable, int segmentBytes) {
        this.segmentBytes = segmentBytes;
        var memory = new MiniKvStore(EngineKind.HASH, LIMITS);
        SyncPolicy sync = isDurable ? SyncPolicy.ALWAYS : SyncPolicy.NEVER;
        store = successOf(LoggedStore.open(disk, folder.toString(), memory, sync, segmentBytes, false));
    }

    /// Opens it as the program does, with compaction in the background.
    static LogRival running(Path folder, boolean isDurable) {
        var rival = new LogRival(new RealDisk(), folder, isDurable, LoggedStore.SEGMENT_BYTES);
        rival.store.startBackground();
        return rival;
    }

    private static <T> T successOf(Result<T, ?> result) {
        if (result instanceof Success<T, ?>(T value)) {
            return value;
        }
        throw new IllegalStateException(result.toString());
    }

    @Override
    public void set(String key, String value) {
        successOf(store.set(key, value));
    }

    @Override
    public void setAll(List<Entry<String, String>> entries) {
        successOf(store.setAll(entries));
    }

    /// Does what the store does in the background, at this moment.
    void compactIfWorthwhile() {
        LogStats now = store.stats();
        if (now.deadBytes() > now.liveBytes() + segmentBytes) {
            compact();
        }
    }

    void compact() {
        store.compact().ifPresent(problem -> {
            throw new IllegalStateException(problem.toString());
        });
    }

    @Override
    public Object inMemory() {
        return store; // all entries are
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
