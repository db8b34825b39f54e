package dev.minikv.step04.offenders.repl;

/// A REPL that prints by `IO.println`, the console's shortest way in, instead of to what it is given.
public final class PrintlnRepl {

    void run() {
        IO.println("> ");
    }
}
