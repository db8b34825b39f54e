/// The server: clients whose requests a store answers.
///
/// The door is [dev.minikv.step07.server.Server], one thread that serves all of them. It reaches the store by
/// [dev.minikv.step07.store.KeyValueStore] alone, and the bytes of a client by `wire`. Only `Server` and
/// [dev.minikv.step07.server.Connection] know a socket; a [dev.minikv.step07.server.Conversation] takes bytes and
/// returns bytes.
package dev.minikv.step07.server;
