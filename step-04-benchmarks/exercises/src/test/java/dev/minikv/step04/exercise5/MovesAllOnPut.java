package dev.minikv.step04.exercise5;

/// Moves all entries to a new table at each put of a new key, as copy-on-write does.
final class MovesAllOnPut extends HashEngine {

    @Override
    public String put(String key, String value) {
        String previous = super.put(key, value);
        if (previous == null) {
            moveAll();
        }
        return previous;
    }
}
