/// The tests of a step, run by Maven: the one program that knows what is on a step's class path.
///
/// The door is [dev.minikv.workbook.maven.StepTests], which finds, runs and reads them. Nothing here
/// prints.
package dev.minikv.workbook.maven;
