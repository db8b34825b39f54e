/// Reports on tests: how much of the code they run, and which mutants and planted mistakes they find.
///
/// [dev.minikv.checks.report.Coverage] and [dev.minikv.checks.report.Mutations] write them on pages for
/// steps, and [dev.minikv.checks.report.ExerciseProofs] for exercises. A report of another tool that is older
/// than the sources is refused. [dev.minikv.checks.report.Mistakes] writes what a step's own test reports.
package dev.minikv.checks.report;
