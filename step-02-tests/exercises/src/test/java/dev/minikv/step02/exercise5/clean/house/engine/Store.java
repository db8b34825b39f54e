package dev.minikv.step02.exercise5.clean.house.engine;

import java.util.Optional;

/// Keys and values.
public interface Store {

    void set(String key, String value);

    Optional<String> get(String key);

    /// Returns how long a key may be.
    default int maxKeyChars() {
        return 100;
    }
}
