/// The steps as they lie on disk: which there are, and which files their programs are made of.
///
/// The door is [dev.minikv.workbook.step.Step]. Nothing here knows the exercises, and nothing runs
/// anything.
package dev.minikv.workbook.step;
