package dev.minikv.step04.exercise5;

import java.util.HashMap;
import java.util.Map;

/// Finds keys that were stored first, last or in the middle at once, and searches the whole table for
/// all others.
final class SlowInBetween extends HashEngine {

    private final Map<String, Integer> numbers = new HashMap<>(); // in the order of storing
    private int stored;

    @Override
    public String put(String key, String value) {
        numbers.putIfAbsent(key, stored++);
        return super.put(key, value);
    }

    @Override
    public String get(String key) {
        String value = super.get(key);
        steps(value == null || isAtHand(key) ? 0 : stored);
        return value;
    }

    @Override
    public String remove(String key) {
        String value = super.remove(key);
        steps(value == null || isAtHand(key) ? 0 : stored);
        return value;
    }

    private boolean isAtHand(String key) {
        int percent = 100 * numbers.get(key) / stored;
        return percent < 12 || percent > 45 && percent < 55 || percent > 87;
    }
}
