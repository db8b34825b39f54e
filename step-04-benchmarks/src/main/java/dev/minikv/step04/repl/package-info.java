/// The interface: what a person or a script types, and what they read in answer.
///
/// The door is [dev.minikv.step04.repl.Repl]. It reaches the store through the store's public
/// methods, and the user through a [dev.minikv.step04.repl.Console]. What the program was started with
/// is in [dev.minikv.step04.repl.Options]. A line goes through [dev.minikv.step04.repl.Tokenizer] and
/// [dev.minikv.step04.repl.CommandParser]. What is wrong with it is a
/// [dev.minikv.step04.repl.Mistake], what is wrong around the program a
/// [dev.minikv.step04.repl.Fault]: [dev.minikv.step04.repl.Wording] alone puts them in words. Libraries
/// do not come in.
package dev.minikv.step04.repl;
