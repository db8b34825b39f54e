/// The commands of ./workbook, one class each, and what they share: the screen and the progress.
///
/// The door is [dev.minikv.workbook.command.WorkbookCommand].
package dev.minikv.workbook.command;
