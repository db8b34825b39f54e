/// The steps on disk: which steps there are, and which files their programs are made of.
///
/// The door is [dev.minikv.workbook.step.Step]. Nothing here knows the exercises, and nothing runs
/// anything.
package dev.minikv.workbook.step;
