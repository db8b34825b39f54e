package dev.minikv.step07.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// An engine over a [TreeMap], which keeps entries in the order of their keys. An operation on one key
/// takes O(log n) comparisons.
///
/// Keys with the same prefix are neighbours. So `keys` goes straight to the first of them and stops
/// after the last: its cost depends on how many keys it returns, and hardly on how many others there
/// are.
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
