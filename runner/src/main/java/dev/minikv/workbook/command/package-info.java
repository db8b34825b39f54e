/// The commands of ./workbook, mostly a class each, and what they share: the screen and the progress.
///
/// The door is [dev.minikv.workbook.command.WorkbookCommand]. Messages and keys are handled here; the work
/// is done in the other packages, none of which knows this one.
package dev.minikv.workbook.command;
