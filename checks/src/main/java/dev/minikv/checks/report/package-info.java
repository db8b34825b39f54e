/// What other tools report on tests: how much of the code they run, and which mutants they kill.
///
/// [dev.minikv.checks.report.Coverage] and [dev.minikv.checks.report.Mutations] write it of steps on pages, and
/// [dev.minikv.checks.report.ExerciseProofs] of exercises. A report that is older than the sources is refused.
package dev.minikv.checks.report;
