package dev.minikv.step04.exercise5;

/// Is one list as long as that is short, and a table with many checks from fifty entries on.
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
