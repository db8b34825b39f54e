package dev.minikv.step02.exercise5.clean.house.engine;

import dev.minikv.step02.exercise5.clean.house.engine.keys.KeyLength;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Keys and values in memory. It and its keys need each other: they are one part.
public final class MemoryStore implements Store {

    private final Map<String, String> entries = new HashMap<>();
    private final Predicate<String> fits = new KeyLength(this)::fits;

    @Override
    public void set(String key, String value) {
        if (fits.test(key)) {
            entries.put(key, value);
        }
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
