/// The terminal: line editing, history and completion, provided by the library JLine.
///
/// The door is [dev.minikv.step07.terminal.TerminalConsole]. Only this package uses JLine, so the REPL
/// runs and is tested without it.
package dev.minikv.step07.terminal;
