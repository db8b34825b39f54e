/// Storage: keys, values and nothing else.
///
/// The door is [dev.minikv.step01.store.MiniKvStore]. This package knows no console, file, stream or
/// command: it uses only `java.lang` and `java.util`.
package dev.minikv.step01.store;
