/// The program that ./workbook starts: lists, checks, watches and proves exercises, and measures steps.
///
/// [dev.minikv.workbook.Main] starts it; every package may throw a [dev.minikv.workbook.WorkbookException].
/// `step` finds the steps and `catalog` the exercises, `checker` runs exercises, `judge` runs the tests
/// that learners write, and `proof` holds exercises to their authors' promises. `measure` runs benchmarks,
/// `compare` says what their results show, and `chart` draws them. `maven` runs the tests of a step, and
/// `port` carries a change of one step to later ones. `program` runs other programs, and `words` turns
/// failures into sentences and texts into lines. `command` is all that a user sees.
package dev.minikv.workbook;
