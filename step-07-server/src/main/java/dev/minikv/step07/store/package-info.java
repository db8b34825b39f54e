/// Storage: keys, values and nothing else.
///
/// The door is [dev.minikv.step07.store.KeyValueStore], which [dev.minikv.step07.store.MiniKvStore]
/// implements. An [dev.minikv.step07.store.Engine] holds the entries, and
/// [dev.minikv.step07.store.EngineKind] names the engines to choose from. No console, file, stream or
/// command comes in: this package uses only `java.lang`, `java.util`, `java.util.concurrent`
/// and `java.util.function`.
package dev.minikv.step07.store;
