/// The interface: what the user types, and what they see in response.
///
/// The door is [dev.minikv.step02.repl.Repl]. It reaches the store through the store's public
/// methods, and the user through the reader and writer that it is given.
/// [dev.minikv.step02.repl.CommandParser] decides what a line means, and touches neither.
package dev.minikv.step02.repl;
