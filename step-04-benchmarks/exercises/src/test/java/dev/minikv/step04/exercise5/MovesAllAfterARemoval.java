package dev.minikv.step04.exercise5;

/// Tolerates no gaps: once a key has been removed, each put moves all entries.
final class MovesAllAfterARemoval extends HashEngine {

    private boolean hasGaps;

    @Override
    public String put(String key, String value) {
        if (hasGaps) {
            moveAll();
        }
        return super.put(key, value);
    }

    @Override
    public String remove(String key) {
        hasGaps = true;
        return super.remove(key);
    }
}
