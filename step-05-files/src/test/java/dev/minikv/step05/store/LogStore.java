package dev.minikv.step05.store;

import dev.minikv.step05.store.Result.Failure;
import dev.minikv.step05.store.Result.Success;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/// A store that only ever appends: a list of every `set` and `delete`, in which a key's last entry
/// counts.
///
/// The list never gets shorter, and every operation walks it. Nobody would ship that, but there is
/// little in it that could be wrong, which is why it serves as the model in [ModelTest].
final class LogStore implements KeyValueStore {

    /// One change to a key.
    ///
    /// @param value the value that was set, or empty if the key was deleted
    private record Entry(String key, Optional<String> value) {}

    private final List<Entry> log = new ArrayList<>();
    private final Limits limits;

    LogStore(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Result<Optional<String>, StoreError> set(String key, String value) {
        Objects.requireNonNull(value, "value");
        Optional<String> previous = get(key);
        if (key.length() > limits.maxKeyChars()) {
            return new Failure<>(new StoreError.KeyTooLong(key.length(), limits.maxKeyChars()));
        }
        if (value.length() > limits.maxValueChars()) {
            return new Failure<>(new StoreError.ValueTooLong(value.length(), limits.maxValueChars()));
        }
        if (previous.isEmpty() && count() == limits.maxEntries()) {
            return new Failure<>(new StoreError.StoreFull(limits.maxEntries()));
        }
        log.add(new Entry(key, Optional.of(value)));
        return new Success<>(previous);
    }

    @Override
    public Optional<String> get(String key) {
        Objects.requireNonNull(key, "key");
        for (Entry entry : log.reversed()) {
            if (entry.key().equals(key)) {
                return entry.value();
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean contains(String key) {
        return get(key).isPresent();
    }

    @Override
    public Optional<String> delete(String key) {
        Optional<String> previous = get(key);
        log.add(new Entry(key, Optional.empty()));
        return previous;
    }

    @Override
    public int clear() {
        List<String> keys = keys("");
        keys.forEach(this::delete);
        return keys.size();
    }

    @Override
    public int count() {
        return keys("").size();
    }

    @Override
    public List<String> keys(String prefix) {
        Objects.requireNonNull(prefix, "prefix");
        var keys = new TreeSet<String>();
        for (Entry entry : log) {
            if (entry.value().isPresent()) {
                keys.add(entry.key());
            } else {
                keys.remove(entry.key());
            }
        }
        return keys.stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public List<Map.Entry<String, String>> entries() {
        return keys("").stream()
                .map(key -> Map.entry(key, get(key).orElseThrow()))
                .toList();
    }
}
