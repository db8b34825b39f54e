package dev.minikv.step02.exercise5.clean.store.keys;

/// How long a key may be.
public final class KeyLength {

    private static final int MAX_CHARS = 100;

    private KeyLength() {}

    public static void check(String key) {
        if (key.length() > MAX_CHARS) {
            throw new IllegalArgumentException("the key is too long");
        }
    }
}
