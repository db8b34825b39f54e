package dev.minikv.step06.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map.Entry;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// RocksDB, called through its own Java interface.
final class RocksDbRival implements Rival {

    private final Options options = new Options().setCreateIfMissing(true);
    private final WriteOptions write;
    private final RocksDB store;

    RocksDbRival(Path folder, boolean isDurable) throws RocksDBException {
        write = new WriteOptions().setSync(isDurable);
        store = RocksDB.open(options, folder.toString());
    }

    @Override
    public void set(String key, String value) throws RocksDBException {
        store.put(write, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    @Override
    public void setAll(List<Entry<String, String>> entries) throws RocksDBException {
        try (var batch = new WriteBatch()) {
            for (Entry<String, String> entry : entries) {
                batch.put(entry.getKey().getBytes(UTF_8), entry.getValue().getBytes(UTF_8));
            }
            store.write(write, batch);
        }
    }

    @Override
    public Object inMemory() throws RocksDBException {
        var entries = new HashMap<String, String>();
        try (var all = store.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                entries.put(new String(all.key(), UTF_8), new String(all.value(), UTF_8));
            }
            all.status();
        }
        return entries;
    }

    @Override
    public void close() throws RocksDBException {
        store.closeE();
        write.close();
        options.close();
    }
}
