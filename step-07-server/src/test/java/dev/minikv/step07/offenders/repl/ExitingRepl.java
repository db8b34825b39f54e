package dev.minikv.step07.offenders.repl;

/// A REPL that ends the whole program, and with it any test that runs it.
public final class ExitingRepl {

    void run() {
        System.exit(0);
    }
}
