/// The commands of ./workbook, mostly a class each, and what they share: the screen and the progress.
///
/// The door is [dev.minikv.workbook.command.WorkbookCommand]. Words and keys are at home here; what a
/// command does beyond them is done in the other rooms, none of which knows this one.
package dev.minikv.workbook.command;
