package dev.minikv.step04.exercise5;

/// Asks one entry after the other, instead of the only chain that the key can be in.
final class ScansToGet extends HashEngine {

    @Override
    public String get(String key) {
        return scan(key);
    }
}
