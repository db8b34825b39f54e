/// The checker: compiles an exercise with its tests in memory, runs the tests, and reports.
///
/// The door is [dev.minikv.workbook.checker.Checker], and [dev.minikv.workbook.checker.Report] words what
/// came out; IDEs come in through [dev.minikv.workbook.checker.IdeReport]. It knows exercises, and nothing
/// of commands.
package dev.minikv.workbook.checker;
