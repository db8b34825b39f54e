package dev.minikv.step04.offenders.repl;

import dev.minikv.step04.terminal.TerminalConsole;

/// A REPL that talks to a terminal and to nothing else: no script, and no test.
public final class TerminalRepl {

    void greet(TerminalConsole console) {
        console.print("hello");
    }
}
