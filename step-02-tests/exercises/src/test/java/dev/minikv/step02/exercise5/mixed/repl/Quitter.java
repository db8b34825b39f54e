package dev.minikv.step02.exercise5.mixed.repl;

/// A REPL that ends the whole program.
public final class Quitter {

    void quit() {
        System.exit(0);
    }
}
