package dev.minikv.docs.pages;

/// An item of a [Marker] says nothing that results files could answer.
final class LookupException extends Exception {

    private static final long serialVersionUID = 1;

    LookupException(String message) {
        super(message);
    }
}
