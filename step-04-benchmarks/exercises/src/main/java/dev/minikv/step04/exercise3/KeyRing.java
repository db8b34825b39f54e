package dev.minikv.step04.exercise3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Keys that never run out: a ring of twice as many keys as are stored at a time.
///
/// Store the keys of [#first], and from then on remove the oldest key for each new one that you store.
/// However long that goes on, the oldest is always there, and the newest is not there yet.
public final class KeyRing {

    private static int made = 0;

    private final List<String> keys = new ArrayList<>();
    private final int entries;
    private int oldest = 0;
    private int newest;

    /// Makes the keys, which are the same in the same order each time.
    ///
    /// @param entries the number of keys that are stored at a time
    public KeyRing(int entries) {
        made++;
        this.entries = entries;
        newest = entries;
        for (int i = 0; i < 2 * entries; i++) {
            keys.add("user:" + i);
        }
        Collections.shuffle(keys, new Random(4));
    }

    /// Returns the keys to begin with. The first is the one that [#oldest] returns first.
    public List<String> first() {
        return keys.subList(0, entries);
    }

    /// Returns the next key to remove, and moves on.
    public String oldest() {
        String key = keys.get(oldest);
        oldest = (oldest + 1) % keys.size();
        return key;
    }

    /// Returns the next key to store, and moves on.
    public String newest() {
        String key = keys.get(newest);
        newest = (newest + 1) % keys.size();
        return key;
    }

    /// Returns all its keys, for the tests.
    List<String> all() {
        return keys;
    }

    /// Returns how many rings have been made so far, for the tests.
    static int made() {
        return made;
    }
}
