/// The storage: keys, values and nothing else.
///
/// The door is [dev.minikv.step03.store.KeyValueStore], and [dev.minikv.step03.store.MiniKvStore] is
/// what stands behind it. No console, file, stream or command comes in: this package uses
/// `java.lang` and `java.util` only.
package dev.minikv.step03.store;
