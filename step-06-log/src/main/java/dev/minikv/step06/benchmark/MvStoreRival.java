package dev.minikv.step06.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// A map of H2's MVStore. Each change is committed, or it would be in memory only.
final class MvStoreRival implements Rival {

    private final MVStore store;
    private final MVMap<String, String> map;
    private final boolean isDurable;

    MvStoreRival(Path folder, boolean isDurable) {
        store = new MVStore.Builder()
                .fileName(folder.resolve("entries.mv").toString())
                .autoCommitDisabled()
                .open();
        map = store.openMap("entries");
        this.isDurable = isDurable;
    }

    @Override
    public void set(String key, String value) {
        map.put(key, value);
        commit();
    }

    @Override
    public void setAll(List<Entry<String, String>> entries) {
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        commit();
    }

    private void commit() {
        store.commit();
        if (isDurable) {
            store.sync();
        }
    }

    @Override
    public Object inMemory() {
        return new HashMap<>(map);
    }

    @Override
    public void close() {
        store.close();
    }
}
