/// Benchmarks of the server, and two programs that treat it badly. They are not a part of the program: nothing
/// outside this package knows them, and only they need JMH.
package dev.minikv.step07.benchmark;
