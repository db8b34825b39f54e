/// The program that ./workbook starts: lists, checks, watches and proves exercises, and measures steps.
///
/// [dev.minikv.workbook.Main] starts it; every room may throw a
/// [dev.minikv.workbook.WorkbookException]. `step` knows what steps there are and `catalog` what exercises,
/// `checker` runs exercises, `judge` runs the tests that learners write, and `proof` holds exercises to their
/// authors' promises. `measure` runs benchmarks, `compare` says what their results show, and `chart` draws
/// them. `maven` runs the tests of a step, and `port` carries a change of one step to later ones. `program`
/// runs other programs, and `words` makes sentences of what went wrong and lines of texts. `command` is all
/// that a person sees.
package dev.minikv.workbook;
