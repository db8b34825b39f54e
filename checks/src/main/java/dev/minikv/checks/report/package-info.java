/// Reports of other tools on tests: how much of the code they run, and which mutants they kill.
///
/// [dev.minikv.checks.report.Coverage] and [dev.minikv.checks.report.Mutations] write them on pages for
/// steps, and [dev.minikv.checks.report.ExerciseProofs] for exercises. A report that is older than the
/// sources is refused.
package dev.minikv.checks.report;
