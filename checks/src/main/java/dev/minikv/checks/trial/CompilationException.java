package dev.minikv.checks.trial;

/// Thrown if sources do not compile: its message is the compiler's first error.
public final class CompilationException extends Exception {

    private static final long serialVersionUID = 1;

    CompilationException(String message) {
        super(message);
    }
}
