/// Running benchmarks: by JMH in a separate process, in rounds, with the results in files.
///
/// [dev.minikv.workbook.measure.BenchmarkModule] finds what to measure, and
/// [dev.minikv.workbook.measure.BenchmarkRun] turns it into a [dev.minikv.workbook.measure.ResultFile].
/// Nothing here knows the terminal, and nothing here interprets the results: that is for `compare`.
package dev.minikv.workbook.measure;
