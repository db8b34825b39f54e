package dev.minikv.step06.benchmark;

/// Durable changes of a store, and as many writes of the bare loop beside them.
///
/// The bare loop writes to another file on the same disk. The two take turns, so that both meet the disk in
/// the same moods.
final class Rounds {

    private final Changing store;
    private final DataFolder folder;
    private final BareLoop bare;
    private long storeNanos;
    private long bareNanos;

    Rounds(String kind, int keys) throws Exception {
        store = new Changing(kind, keys, true);
        folder = DataFolder.create();
        bare = new BareLoop(folder.path(), true);
    }

    void reset() {
        storeNanos = 0;
        bareNanos = 0;
    }

    void writeBare() throws Exception {
        long start = System.nanoTime();
        bare.set("", "");
        bareNanos += System.nanoTime() - start;
    }

    void set() throws Exception {
        long start = System.nanoTime();
        store.set();
        storeNanos += System.nanoTime() - start;
    }

    /// Returns how many times as long as the bare loop the store has taken.
    double multiple() {
        return (double) storeNanos / bareNanos;
    }

    void close() throws Exception {
        store.close();
        bare.close();
        folder.delete();
    }
}
