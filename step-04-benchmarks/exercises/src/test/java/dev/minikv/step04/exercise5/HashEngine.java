package dev.minikv.step04.exercise5;

import java.util.ArrayList;
import java.util.List;

/// A hash table with chains. It grows when it has more entries than chains, so the chains stay short.
///
/// Most of the other engines extend this one, and change one thing.
class HashEngine implements CountedEngine {

    private static final int MIN_CHAINS = 8;

    private List<List<Entry>> chains = emptyChains(MIN_CHAINS);
    private int size;
    private long steps;

    @Override
    public String put(String key, String value) {
        List<Entry> chain = chain(key);
        int place = find(key, chain);
        step();
        if (place >= 0) {
            return chain.set(place, new Entry(key, value)).value();
        }
        chain.add(new Entry(key, value));
        size++;
        if (isFull()) {
            grow();
        }
        return null;
    }

    @Override
    public String get(String key) {
        List<Entry> chain = chain(key);
        int place = find(key, chain);
        return place < 0 ? null : chain.get(place).value();
    }

    @Override
    public String remove(String key) {
        List<Entry> chain = chain(key);
        int place = find(key, chain);
        if (place < 0) {
            return null;
        }
        step();
        size--;
        Entry last = chain.removeLast(); // it moves to the place of the removed entry
        return place == chain.size() ? last.value() : chain.set(place, last).value();
    }

    @Override
    public long steps() {
        return steps;
    }

    /// Returns the number of entries.
    final int size() {
        return size;
    }

    /// Counts some steps.
    final void steps(long count) {
        steps += count;
    }

    /// Returns whether the table has to grow.
    boolean isFull() {
        return size > chains.size();
    }

    /// Counts one read or write of a place where an entry may be.
    final void step() {
        steps++;
    }

    /// Searches all chains for a key, and returns its value, or null if there is none.
    final String scan(String key) {
        for (List<Entry> chain : chains) {
            int place = find(key, chain);
            if (place >= 0) {
                return chain.get(place).value();
            }
        }
        return null;
    }

    /// Moves all entries to a new table of the same size.
    final void moveAll() {
        var copy = new ArrayList<List<Entry>>(chains.size());
        for (List<Entry> chain : chains) {
            copy.add(new ArrayList<>(chain));
            steps += 2L * chain.size(); // each entry is read and written
        }
        chains = copy;
    }

    private void grow() {
        List<List<Entry>> old = chains;
        chains = emptyChains(2 * old.size());
        for (List<Entry> chain : old) {
            for (Entry entry : chain) {
                chain(entry.key()).add(entry);
            }
            steps += 2L * chain.size(); // each entry is read and written
        }
    }

    /// Returns the place of a key in a chain, or -1 if the chain does not have it.
    private int find(String key, List<Entry> chain) {
        step(); // to find the chain
        for (int i = 0; i < chain.size(); i++) {
            step();
            if (chain.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private List<Entry> chain(String key) {
        int hash = key.hashCode();
        return chains.get((hash ^ (hash >>> 16)) & (chains.size() - 1));
    }

    private static List<List<Entry>> emptyChains(int count) {
        var chains = new ArrayList<List<Entry>>(count);
        for (int i = 0; i < count; i++) {
            chains.add(new ArrayList<>(2));
        }
        return chains;
    }

    private record Entry(String key, String value) {}
}
