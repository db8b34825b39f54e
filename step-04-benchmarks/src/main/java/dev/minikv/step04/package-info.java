/// Step 04: the same store, measured. It has several engines to choose from, and benchmarks that
/// compare them.
///
/// [dev.minikv.step04.Main] starts it. Storage lives in `store`, the interface in `repl`, and code that
/// needs a real terminal in `terminal`. The benchmarks in `benchmark` measure the rest, and are not
/// part of the program. No other code belongs here.
package dev.minikv.step04;
