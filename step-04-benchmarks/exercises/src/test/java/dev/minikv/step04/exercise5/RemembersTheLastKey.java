package dev.minikv.step04.exercise5;

/// Asks one entry after the other, unless it was just asked for the same key.
final class RemembersTheLastKey extends HashEngine {

    private String last = "";

    @Override
    public String get(String key) {
        String value = key.equals(last) ? super.get(key) : scan(key);
        last = key;
        return value;
    }
}
