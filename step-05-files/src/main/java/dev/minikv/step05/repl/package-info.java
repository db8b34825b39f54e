/// The interface: what a person or a script types, and what they see in response.
///
/// The door is [dev.minikv.step05.repl.Repl]. It reaches the store through the store's public
/// methods, and the user through a [dev.minikv.step05.repl.Console]. A line goes through
/// [dev.minikv.step05.repl.Tokenizer] and [dev.minikv.step05.repl.CommandParser]. A problem in the line
/// is a [dev.minikv.step05.repl.Mistake]; a problem outside the program is a
/// [dev.minikv.step05.repl.Fault]. Only [dev.minikv.step05.repl.Wording] turns them into messages. The
/// options of the program are in [dev.minikv.step05.repl.Options]. This package uses no library.
package dev.minikv.step05.repl;
