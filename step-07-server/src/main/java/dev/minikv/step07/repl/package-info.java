/// The interface: what a person or a script types, and what they see in response.
///
/// The door is [dev.minikv.step07.repl.Repl]. It reaches the store through the store's public
/// methods, and the user through a [dev.minikv.step07.repl.Console]. A line goes through
/// [dev.minikv.step07.repl.Tokenizer] and [dev.minikv.step07.repl.CommandParser]. A problem in the line
/// is a [dev.minikv.step07.repl.Mistake]; a problem outside the program is a
/// [dev.minikv.step07.repl.Fault]. Only [dev.minikv.step07.repl.Wording] turns them into messages. The
/// options of the program are in [dev.minikv.step07.repl.Options]. This package uses no library.
package dev.minikv.step07.repl;
