package dev.minikv.step06.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map.Entry;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.Txn;

/// LMDB, called through lmdbjava with buffers that are used again.
final class LmdbRival implements Rival {

    private static final long MAX_BYTES = 1L << 30;

    private final Env<ByteBuffer> env;
    private final Dbi<ByteBuffer> entries;
    private final ByteBuffer keyBytes = ByteBuffer.allocateDirect(500);
    private final ByteBuffer valueBytes = ByteBuffer.allocateDirect(10_000);

    LmdbRival(Path folder, boolean isDurable) {
        EnvFlags[] flags = isDurable ? new EnvFlags[0] : new EnvFlags[] {EnvFlags.MDB_NOSYNC};
        env = Env.create().setMapSize(MAX_BYTES).setMaxDbs(1).open(folder.toFile(), flags);
        entries = env.openDbi("entries", DbiFlags.MDB_CREATE);
    }

    @Override
    public void set(String key, String value) {
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
            put(txn, key, value);
            txn.commit();
        }
    }

    @Override
    public void setAll(List<Entry<String, String>> all) {
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
            all.forEach(entry -> put(txn, entry.getKey(), entry.getValue()));
            txn.commit();
        }
    }

    private void put(Txn<ByteBuffer> txn, String key, String value) {
        keyBytes.clear().put(key.getBytes(UTF_8)).flip();
        valueBytes.clear().put(value.getBytes(UTF_8)).flip();
        entries.put(txn, keyBytes, valueBytes);
    }

    @Override
    public Object inMemory() {
        var loaded = new HashMap<String, String>();
        try (Txn<ByteBuffer> txn = env.txnRead();
                var all = entries.iterate(txn)) {
            all.forEach(entry -> loaded.put(text(entry.key()), text(entry.val())));
        }
        return loaded;
    }

    private static String text(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new String(copy, UTF_8);
    }

    @Override
    public void close() {
        env.close();
    }
}
