/// The engine: compiles an exercise with its tests in memory, runs the tests, and reports.
///
/// The door is [dev.minikv.workbook.engine.Engine]. It knows exercises, and nothing of the terminal.
package dev.minikv.workbook.engine;
