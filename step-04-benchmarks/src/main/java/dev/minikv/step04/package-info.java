/// Step 04: the same store, measured: several engines behind it, and benchmarks that compare them.
///
/// [dev.minikv.step04.Main] starts it. Storage lives in `store`, the interface in `repl`, what needs
/// a real terminal in `terminal`, and what measures the rest in `benchmark`, which is not a part of the
/// program. No other code belongs here.
package dev.minikv.step04;
