/// Benchmarks as they are run: by JMH in a process of its own, in rounds, and kept in files.
///
/// [dev.minikv.workbook.measure.BenchmarkModule] finds what is to be measured, and
/// [dev.minikv.workbook.measure.BenchmarkRun] makes a [dev.minikv.workbook.measure.ResultFile] of it.
/// Nothing here knows the terminal, and nothing here says what the results show: that is for `compare`.
package dev.minikv.workbook.measure;
