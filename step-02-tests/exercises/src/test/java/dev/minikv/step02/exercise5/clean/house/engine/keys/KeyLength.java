package dev.minikv.step02.exercise5.clean.house.engine.keys;

import dev.minikv.step02.exercise5.clean.house.engine.Store;

/// How long a key may be.
public final class KeyLength {

    private final Store store;

    public KeyLength(Store store) {
        this.store = store;
    }

    public boolean fits(String key) {
        return key.length() <= store.maxKeyChars();
    }
}
