package dev.minikv.step03.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A key-value store in memory, over a [HashMap].
///
/// It takes what its [Limits] allow, and its entries live as long as this object. Not safe for use by
/// several threads at once.
///
/// Every operation on one key takes the same time however many entries there are (expected O(1)),
/// except that now and then a `set` makes the map grow, which moves every entry. `keys` looks at every
/// key and sorts those that it returns; `clear` visits the whole table.
public final class MiniKvStore implements KeyValueStore {

    private final Map<String, String> entries = new HashMap<>();

    private final Limits limits;

    /// Creates an empty store.
    ///
    /// @param limits how long keys and values may be, and how many entries it takes
    public MiniKvStore(Limits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        if (key.length() > limits.maxKeyChars()) {
            return new Result.Failure<>(new StoreError.KeyTooLong(key.length(), limits.maxKeyChars()));
        }
        if (value.length() > limits.maxValueChars()) {
            return new Result.Failure<>(new StoreError.ValueTooLong(value.length(), limits.maxValueChars()));
        }
        if (entries.size() == limits.maxEntries() && !entries.containsKey(key)) {
            return new Result.Failure<>(new StoreError.StoreFull(limits.maxEntries()));
        }
        return new Result.Success<>(Optional.ofNullable(entries.put(key, value)));
    }

    @Override
    public Optional<String> get(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public boolean contains(String key) {
        Objects.requireNonNull(key, "key");
        return entries.containsKey(key);
    }

    @Override
    public Optional<String> delete(String key) {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(entries.remove(key));
    }

    @Override
    public int clear() {
        int count = entries.size();
        entries.clear();
        return count;
    }

    @Override
    public int count() {
        return entries.size();
    }

    @Override
    public List<String> keys(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        var keys = new ArrayList<String>();
        for (String key : entries.keySet()) {
            if (key.startsWith(prefix)) {
                keys.add(key);
            }
        }
        Collections.sort(keys);
        return List.copyOf(keys);
    }
}
