/// The benchmarks: what the store costs, step by step and engine by engine.
///
/// Each benchmark asks one question, says how to read the answer, and gives the command that asks it;
/// those in `pitfall` are there to be distrusted. [dev.minikv.step04.benchmark.Benchmarks] is the door,
/// and what `java -jar` starts. This package may see stores, REPLs and other libraries' maps; none of
/// them sees it.
package dev.minikv.step04.benchmark;
