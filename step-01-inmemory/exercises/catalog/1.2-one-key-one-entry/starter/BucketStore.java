package dev.minikv.step01.exercise2;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A hash table in miniature: sixteen buckets, each a list of entries, and the number of keys.
///
/// A key's hash code says which bucket to look in. The table never grows; only its lists do.
public final class BucketStore {

    private record Entry(String key, String value) {}

    private final List<List<Entry>> buckets = new ArrayList<>();
    private int count = 0;

    /// Creates an empty store.
    public BucketStore() {
        for (int i = 0; i < 16; i++) {
            buckets.add(new LinkedList<>());
        }
    }

    /// Stores the value under the key, replacing any previous value.
    public void set(String key, String value) {
        bucketOf(key).addFirst(new Entry(key, value)); // first, so that `find` sees it before an older one
        count++;
    }

    /// Returns the value under the key, or empty if the key is absent.
    public Optional<String> get(String key) {
        return find(key).map(Entry::value);
    }

    /// Removes the key and its value, or does nothing if the key is absent.
    public void delete(String key) {
        find(key).ifPresent(entry -> bucketOf(key).remove(entry));
        count--;
    }

    /// Returns the number of keys that have a value.
    public int count() {
        return count;
    }

    /// Returns all entries, bucket by bucket, in a form for people to read.
    @Override
    public String toString() {
        return buckets.stream()
                .flatMap(List::stream)
                .map(entry -> entry.key() + "=" + entry.value())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// Returns the first entry of the key, or empty if there is none.
    private Optional<Entry> find(String key) {
        return bucketOf(key).stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /// Returns the bucket that the key belongs in.
    private List<Entry> bucketOf(String key) {
        return buckets.get(Math.floorMod(key.hashCode(), buckets.size()));
    }
}
