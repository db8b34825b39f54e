package dev.minikv.step04.exercise5;

/// Prepares for reading at the first get of a key, and for removing at the first remove, and is quick from then on.
final class SlowAtFirst extends HashEngine {

    private boolean hasHit;
    private boolean hasMissed;
    private boolean hasRemoved;

    @Override
    public String get(String key) {
        String value = super.get(key);
        steps(value != null && !hasHit || value == null && !hasMissed ? size() / 5 : 0);
        hasHit |= value != null;
        hasMissed |= value == null;
        return value;
    }

    @Override
    public String remove(String key) {
        steps(hasRemoved ? 0 : size() / 5);
        hasRemoved = true;
        return super.remove(key);
    }
}
