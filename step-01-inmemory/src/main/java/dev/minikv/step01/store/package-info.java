/// The storage: keys, values and nothing else.
///
/// The door is [dev.minikv.step01.store.MiniKvStore]. No console, file, stream or command comes in:
/// this package uses `java.lang` and `java.util` only.
package dev.minikv.step01.store;
