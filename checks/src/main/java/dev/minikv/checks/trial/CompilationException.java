package dev.minikv.checks.trial;

/// Says that sources do not compile: its message is the first thing that the compiler found wrong.
public final class CompilationException extends Exception {

    private static final long serialVersionUID = 1;

    CompilationException(String message) {
        super(message);
    }
}
