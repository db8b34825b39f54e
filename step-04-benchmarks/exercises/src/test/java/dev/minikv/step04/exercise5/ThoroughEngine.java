package dev.minikv.step04.exercise5;

/// Takes a thousand extra steps for every operation, however many entries there are.
final class ThoroughEngine extends HashEngine {

    private static final int CHECKS = 1000;

    @Override
    public String put(String key, String value) {
        check();
        return super.put(key, value);
    }

    @Override
    public String get(String key) {
        check();
        return super.get(key);
    }

    @Override
    public String remove(String key) {
        check();
        return super.remove(key);
    }

    private void check() {
        for (int i = 0; i < CHECKS; i++) {
            step();
        }
    }
}
