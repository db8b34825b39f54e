package dev.minikv.step07.offenders.repl;

import dev.minikv.step07.terminal.TerminalConsole;

/// A REPL that can talk only to a terminal, and not to a script or a test.
public final class TerminalRepl {

    void greet(TerminalConsole console) {
        console.print("hello");
    }
}
