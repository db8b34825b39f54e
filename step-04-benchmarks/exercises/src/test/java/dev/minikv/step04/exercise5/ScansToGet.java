package dev.minikv.step04.exercise5;

/// Looks at one entry after the other, instead of the only chain that can have the key.
final class ScansToGet extends HashEngine {

    @Override
    public String get(String key) {
        return scan(key);
    }
}
