/// The terminal: line editing, history and completion, by the library JLine.
///
/// The door is [dev.minikv.step04.terminal.TerminalConsole]. JLine comes in here and nowhere else, so
/// the REPL runs, and is tested, without it.
package dev.minikv.step04.terminal;
