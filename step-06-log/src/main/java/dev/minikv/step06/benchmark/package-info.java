/// Benchmarks of the log. They are not a part of the program: nothing outside this package knows them, and only
/// they need JMH and the databases that they compare with.
package dev.minikv.step06.benchmark;
