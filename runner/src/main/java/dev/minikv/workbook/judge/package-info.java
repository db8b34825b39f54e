/// Judges tests: what a learner wrote is run on things known to be right and on things known to be
/// wrong, and has to tell them apart.
///
/// The tests of such exercises use it, and nothing else of the runner does.
/// [dev.minikv.workbook.judge.SuiteRules] says what a suite must not do,
/// [dev.minikv.workbook.judge.Judge] runs it, and [dev.minikv.workbook.judge.KillMatrix] compares what
/// it says of many subjects. It knows no exercise.
package dev.minikv.workbook.judge;
