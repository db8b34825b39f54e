/// Benchmarks: run by JMH in a process of its own, kept in files, and compared without being fooled.
///
/// [dev.minikv.workbook.bench.BenchmarkRun] makes a [dev.minikv.workbook.bench.ResultFile], and
/// [dev.minikv.workbook.bench.Comparison] judges two of them, or two steps within one. What a person
/// sees of that is made by [dev.minikv.workbook.bench.ComparisonTable],
/// [dev.minikv.workbook.bench.ComparisonReport] and the two charts. Nothing here knows the terminal.
package dev.minikv.workbook.bench;
