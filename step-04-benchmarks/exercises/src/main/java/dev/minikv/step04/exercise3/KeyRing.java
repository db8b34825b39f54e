package dev.minikv.step04.exercise3;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Keys that never run out: twice as many as are stored at a time, in a ring.
///
/// Store the [first][#first] ones, and then remove the oldest for each new one: however long that
/// goes on, the oldest is always there, and the newest is not.
public final class KeyRing {

    private static int made = 0;

    private final List<String> keys = new ArrayList<>();
    private final int entries;
    private int oldest = 0;
    private int newest;

    /// Makes the keys: the same in the same order each time.
    ///
    /// @param entries how many are to be stored at a time
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

    /// Returns the key to be removed next, and moves on.
    public String oldest() {
        String key = keys.get(oldest);
        oldest = (oldest + 1) % keys.size();
        return key;
    }

    /// Returns the key to be stored next, and moves on.
    public String newest() {
        String key = keys.get(newest);
        newest = (newest + 1) % keys.size();
        return key;
    }

    /// Returns all its keys, for the tests.
    List<String> all() {
        return keys;
    }

    /// Returns how many rings were made so far, for the tests.
    static int made() {
        return made;
    }
}
