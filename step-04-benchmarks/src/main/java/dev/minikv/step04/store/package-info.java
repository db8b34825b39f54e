/// The storage: keys, values and nothing else.
///
/// The door is [dev.minikv.step04.store.KeyValueStore], and [dev.minikv.step04.store.MiniKvStore] is
/// what stands behind it. Where it keeps its entries is up to an [dev.minikv.step04.store.Engine],
/// which [dev.minikv.step04.store.EngineKind] names. No console, file, stream or command comes in:
/// this package uses `java.lang`, `java.util` and `java.util.concurrent` only.
package dev.minikv.step04.store;
