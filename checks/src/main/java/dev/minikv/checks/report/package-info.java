/// What other tools report on a step's tests: how much of the code they run, and which mutants they kill.
///
/// [dev.minikv.checks.report.Coverage] and [dev.minikv.checks.report.Mutations] write it on pages. A report
/// that is older than the sources is refused.
package dev.minikv.checks.report;
