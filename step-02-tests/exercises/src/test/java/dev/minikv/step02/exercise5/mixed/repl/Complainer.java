package dev.minikv.step02.exercise5.mixed.repl;

/// A REPL that prints to the console's other stream.
public final class Complainer {

    void complain(String text) {
        System.err.println(text);
    }
}
