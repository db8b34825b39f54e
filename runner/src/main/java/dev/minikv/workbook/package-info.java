/// The program behind ./workbook: lists, checks, watches and proves the exercises.
///
/// [dev.minikv.workbook.Main] starts it. `catalog` knows what exercises there are, `checker` runs
/// them, `judge` runs the tests that learners write, and `proof` holds exercises to their authors' promises.
/// `measure` runs benchmarks, `compare` judges their results, and `chart` draws them. `program` runs other
/// programs. `command` is all that a person sees.
package dev.minikv.workbook;
