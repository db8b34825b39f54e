package dev.minikv.checks.figure;

/// An item of a [Marker] says nothing that results files could answer.
public final class LookupException extends Exception {

    private static final long serialVersionUID = 1;

    public LookupException(String message) {
        super(message);
    }
}
