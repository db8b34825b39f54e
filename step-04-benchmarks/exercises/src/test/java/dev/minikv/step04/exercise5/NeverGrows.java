package dev.minikv.step04.exercise5;

/// Never has more chains than at the beginning, so the chains get longer and longer.
final class NeverGrows extends HashEngine {

    @Override
    boolean isFull() {
        return false;
    }
}
