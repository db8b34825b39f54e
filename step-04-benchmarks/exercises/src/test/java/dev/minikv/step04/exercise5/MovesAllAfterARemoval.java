package dev.minikv.step04.exercise5;

/// Keeps no gaps: once something was removed, each put moves everything.
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
