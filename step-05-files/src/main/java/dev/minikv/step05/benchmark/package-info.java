/// Benchmarks of saving and loading. They are not a part of the program: nothing outside this package knows
/// them, and only they need JMH and the libraries that they compare with.
package dev.minikv.step05.benchmark;
