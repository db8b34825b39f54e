package dev.minikv.step04.exercise5;

/// A short list at first, and from fifty entries on a table that makes many checks.
final class CheapWhenSmall extends HashEngine {

    @Override
    public String put(String key, String value) {
        steps(size() < 50 ? 0 : 200);
        return super.put(key, value);
    }

    @Override
    public String get(String key) {
        steps(size() < 50 ? 0 : 200);
        return super.get(key);
    }

    @Override
    public String remove(String key) {
        steps(size() < 50 ? 0 : 200);
        return super.remove(key);
    }
}
