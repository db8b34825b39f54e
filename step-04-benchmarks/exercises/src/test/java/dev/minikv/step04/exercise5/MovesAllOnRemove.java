package dev.minikv.step04.exercise5;

/// Tidies up after each removal: the remaining entries move to a new table.
final class MovesAllOnRemove extends HashEngine {

    @Override
    public String remove(String key) {
        String value = super.remove(key);
        if (value != null) {
            moveAll();
        }
        return value;
    }
}
