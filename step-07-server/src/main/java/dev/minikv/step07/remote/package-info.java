/// A store at the other end of a wire.
///
/// The door is [dev.minikv.step07.remote.RemoteStore], a [dev.minikv.step07.store.KeyValueStore] like any other, so
/// the REPL does not know the difference. It speaks RESP2 by `wire`.
package dev.minikv.step07.remote;
