package dev.minikv.step04.exercise5;

/// Is slow at its first hit, its first miss and its first removal, and quick from then on.
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
