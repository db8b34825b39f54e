/// Runs a step's own tests by Maven, and reads the results from Surefire's reports.
///
/// The doors are [dev.minikv.workbook.maven.StepTests], and [dev.minikv.workbook.maven.InstalledMaven] for
/// whether there is a Maven that will do. Maven's flags and its way of putting things stay in here.
package dev.minikv.workbook.maven;
