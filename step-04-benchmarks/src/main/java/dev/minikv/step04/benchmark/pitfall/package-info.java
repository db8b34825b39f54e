/// Benchmarks that lie, each beside one that does not.
///
/// What is wrong on purpose is marked [dev.minikv.step04.benchmark.pitfall.WrongOnPurpose]; the two
/// numbers of a pair show how far off it is.
package dev.minikv.step04.benchmark.pitfall;
