package dev.minikv.step04.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Entries in a [TreeMap], ordered by key: every operation takes in the order of log *n* comparisons.
///
/// Keys with the same prefix are neighbours, so `keys` goes straight to the first of them and stops
/// after the last: its cost depends on how many there are, and hardly on how many others.
final class TreeEngine extends MapEngine {

    private final TreeMap<String, String> tree;

    TreeEngine() {
        this(new TreeMap<>());
    }

    private TreeEngine(TreeMap<String, String> tree) {
        super(tree);
        this.tree = tree;
    }

    @Override
    public List<String> keys(String prefix) {
        var keys = new ArrayList<String>();
        for (String key : tree.tailMap(prefix, true).keySet()) {
            if (!key.startsWith(prefix)) {
                break;
            }
            keys.add(key);
        }
        return keys;
    }
}
