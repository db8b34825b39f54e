/// The checker: compiles an exercise with its tests in memory, runs the tests, and reports.
///
/// The door is [dev.minikv.workbook.checker.Checker]. It knows exercises, and nothing of the terminal.
package dev.minikv.workbook.checker;
