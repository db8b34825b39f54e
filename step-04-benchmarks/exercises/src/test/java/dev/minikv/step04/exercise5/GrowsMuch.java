package dev.minikv.step04.exercise5;

/// Takes many steps, whose number grows quickly: 5.5 times as many for ten times the entries.
final class GrowsMuch extends HashEngine {

    @Override
    public String put(String key, String value) {
        steps((long) (100 * Math.pow(size(), 0.74)));
        return super.put(key, value);
    }

    @Override
    public String get(String key) {
        steps((long) (100 * Math.pow(size(), 0.74)));
        return super.get(key);
    }

    @Override
    public String remove(String key) {
        steps((long) (100 * Math.pow(size(), 0.74)));
        return super.remove(key);
    }
}
