/// Benchmarks as they are run: by JMH in a process of its own, in rounds, and kept in files.
///
/// [dev.minikv.workbook.measure.BenchmarkRun] makes a [dev.minikv.workbook.measure.ResultFile]. Nothing
/// here knows the terminal, and nothing here judges what was measured: that is for `compare`.
package dev.minikv.workbook.measure;
