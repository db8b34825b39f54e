/// The interface: what a person or a script types, and what they read in answer.
///
/// The door is [dev.minikv.step04.repl.Repl]. It reaches the store through the store's public
/// methods, and whoever it talks to through a [dev.minikv.step04.repl.Console]. A line goes through
/// [dev.minikv.step04.repl.Tokenizer] and [dev.minikv.step04.repl.CommandParser]; what is wrong with
/// it is a [dev.minikv.step04.repl.Problem], which [dev.minikv.step04.repl.Wording] alone puts in
/// words. Libraries do not come in.
package dev.minikv.step04.repl;
