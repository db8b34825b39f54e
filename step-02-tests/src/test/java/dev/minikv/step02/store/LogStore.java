package dev.minikv.step02.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    @Override
    public Optional<String> set(String key, String value) {
        Objects.requireNonNull(value, "value");
        Optional<String> previous = get(key);
        log.add(new Entry(key, Optional.of(value)));
        return previous;
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
    public Optional<String> delete(String key) {
        Optional<String> previous = get(key);
        log.add(new Entry(key, Optional.empty()));
        return previous;
    }

    @Override
    public int count() {
        var keys = new HashSet<String>();
        for (Entry entry : log) {
            if (entry.value().isPresent()) {
                keys.add(entry.key());
            } else {
                keys.remove(entry.key());
            }
        }
        return keys.size();
    }
}
