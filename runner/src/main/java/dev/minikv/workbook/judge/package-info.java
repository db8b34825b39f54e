/// Judges tests: a learner's tests are run on subjects known to be correct and on subjects known to be
/// buggy, and have to tell them apart.
///
/// Only the tests of such exercises use this package. [dev.minikv.workbook.judge.SuiteRules] says what a
/// suite must not do, [dev.minikv.workbook.judge.Judge] runs it, and [dev.minikv.workbook.judge.KillMatrix]
/// compares its results on many subjects. Nothing here knows an exercise.
package dev.minikv.workbook.judge;
