package dev.minikv.step04.exercise5;

/// Looks at one entry after the other, unless it has just been asked for the same key.
final class RemembersTheLastKey extends HashEngine {

    private String last = "";

    @Override
    public String get(String key) {
        String value = key.equals(last) ? super.get(key) : scan(key);
        last = key;
        return value;
    }
}
