/// Step 04: the same store, measured: several engines behind it, and benchmarks that compare them.
///
/// [dev.minikv.step04.Main] starts it. Storage lives in `store`, the interface in `repl`, and what
/// needs a real terminal in `terminal`; no other code belongs here.
package dev.minikv.step04;
