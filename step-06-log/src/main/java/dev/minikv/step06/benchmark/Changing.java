package dev.minikv.step06.benchmark;

import java.util.List;
import java.util.Map.Entry;

/// An open store with all keys, whose values are overwritten in turn.
final class Changing {

    private final DataFolder folder;
    private final Rival rival;
    private final List<Entry<String, String>> changes;
    private int next = 0;

    /// @param keys how many keys there are; a multiple of 1,000
    Changing(String kind, int keys, boolean isDurable) throws Exception {
        List<Entry<String, String>> entries = Entries.of(keys);
        changes = Entries.changesOf(entries);
        folder = DataFolder.create();
        rival = Rival.open(kind, folder.path(), isDurable);
        rival.setAll(entries);
    }

    void set() throws Exception {
        Entry<String, String> change = next(1).getFirst();
        rival.set(change.getKey(), change.getValue());
    }

    /// Makes several changes, and hands some of them to the store at a time.
    void set(int count, int atATime) throws Exception {
        for (int done = 0; done < count; done += atATime) {
            List<Entry<String, String>> some = next(atATime);
            if (atATime == 1) {
                rival.set(some.getFirst().getKey(), some.getFirst().getValue());
            } else {
                rival.setAll(some);
            }
        }
    }

    private List<Entry<String, String>> next(int count) {
        List<Entry<String, String>> some = changes.subList(next, next + count);
        next = (next + count) % changes.size();
        return some;
    }

    void close() throws Exception {
        rival.close();
        folder.delete();
    }
}
