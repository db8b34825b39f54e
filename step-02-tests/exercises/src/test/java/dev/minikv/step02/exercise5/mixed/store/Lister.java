package dev.minikv.step02.exercise5.mixed.store;

import java.io.PrintStream;

/// A store that has a parameter for a stream, and never uses it.
public final class Lister {

    void list(PrintStream out) {}
}
