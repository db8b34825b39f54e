/// The benchmarks: what the store costs, step by step and engine by engine.
///
/// Each class asks one question, says how to read the answer, and gives the command that asks it.
/// [dev.minikv.step04.benchmark.Benchmarks] is the door, and what `java -jar` starts. This package may
/// see stores, REPLs and other libraries' maps; none of them sees it.
package dev.minikv.step04.benchmark;
