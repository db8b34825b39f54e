/// The benchmarks: what the store costs, step by step and engine by engine.
///
/// Each file asks one question, says how to read the answer, and gives the exact command. The
/// benchmarks in `pitfall` are there to be distrusted. [dev.minikv.step04.benchmark.Benchmarks] is the
/// door, and the class that `java -jar` starts. This package may use stores, REPLs and the maps of
/// other libraries; none of them may use this package.
package dev.minikv.step04.benchmark;
