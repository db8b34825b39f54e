/// The checker: compiles an exercise with its tests in memory, runs the tests, and reports.
///
/// The door is [dev.minikv.workbook.checker.Checker], and [dev.minikv.workbook.checker.Report] describes
/// the outcome; IDEs come in through [dev.minikv.workbook.checker.IdeReport]. The package knows exercises,
/// but no commands.
package dev.minikv.workbook.checker;
