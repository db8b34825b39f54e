/// Storage: keys, values and nothing else.
///
/// The door is [dev.minikv.step03.store.KeyValueStore], which
/// [dev.minikv.step03.store.MiniKvStore] implements. This package knows no console, file, stream or
/// command: it uses only `java.lang` and `java.util`.
package dev.minikv.step03.store;
