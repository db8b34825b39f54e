/// The program that ./workbook starts: lists, checks, watches and proves exercises, and measures steps.
///
/// [dev.minikv.workbook.Main] starts it; every room may throw a
/// [dev.minikv.workbook.WorkbookException]. `catalog` knows what exercises there are, `checker` runs them,
/// `judge` runs the tests that learners write, and `proof` holds exercises to their authors' promises.
/// `measure` runs benchmarks, `compare` says what their results show, and `chart` draws them. `program` runs
/// other programs, and `words` breaks texts into lines. `command` is all that a person sees.
package dev.minikv.workbook;
