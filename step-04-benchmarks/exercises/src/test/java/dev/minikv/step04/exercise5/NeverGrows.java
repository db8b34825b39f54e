package dev.minikv.step04.exercise5;

/// Never has more chains than at the beginning, so that they get longer and longer.
final class NeverGrows extends HashEngine {

    @Override
    boolean isFull() {
        return false;
    }
}
