package dev.minikv.step07.offenders.repl;

/// A REPL that prints with `IO.println`, straight to the console, and not to the writer it is given.
public final class PrintlnRepl {

    void run() {
        IO.println("> ");
    }
}
