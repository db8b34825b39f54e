package dev.minikv.step07.offenders.store;

/// A failure that no type mentions: a caller who forgets to catch it finds out when the store is full.
public final class FullException extends RuntimeException {

    private static final long serialVersionUID = 1;
}
