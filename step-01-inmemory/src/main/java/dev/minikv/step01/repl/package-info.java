/// The interface: what the user types, and what they see in response.
///
/// The door is [dev.minikv.step01.repl.Repl]. It reaches the store through the store's public
/// methods, and the user through the reader and writer that it is given.
package dev.minikv.step01.repl;
