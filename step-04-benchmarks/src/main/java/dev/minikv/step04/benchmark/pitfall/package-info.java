/// Benchmarks that lie, each beside one that does not.
///
/// A benchmark that is wrong on purpose is marked [dev.minikv.step04.benchmark.pitfall.WrongOnPurpose].
/// The numbers of a pair show how far off the wrong one is.
package dev.minikv.step04.benchmark.pitfall;
