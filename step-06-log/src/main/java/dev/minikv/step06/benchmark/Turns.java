package dev.minikv.step06.benchmark;

/// Durable changes of a store, and as many writes of the bare loop, which writes to another file on the same disk.
///
/// They take turns, one by one, so that both meet the disk in the same mood. Each waits for its own force, so
/// there is nothing of the other to be forced; but both share what the file system does from time to time.
final class Turns {

    private final Changing store;
    private final DataFolder folder;
    private final BareLoop bare;
    private long storeNanos;
    private long bareNanos;

    Turns(String kind, int keys) throws Exception {
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
