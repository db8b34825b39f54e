package dev.minikv.step01.exercise3;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A store for keys that people type: it finds a key however it was written.
public final class ExactStore {

    private final Map<String, String> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// Stores the value under the key, replacing any previous value.
    public void set(String key, String value) {
        entries.put(tidy(key), value);
    }

    /// Returns the value under the key, or empty if the key is absent.
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(tidy(key)));
    }

    /// Removes the key and its value, or does nothing if the key is absent.
    public void delete(String key) {
        entries.remove(tidy(key));
    }

    /// Returns the key as it is kept: no space around it, and letters with accents in one spelling.
    private static String tidy(String key) {
        return Normalizer.normalize(key.strip(), Normalizer.Form.NFC);
    }
}
