/// Steps as additions to each other, and what their sources say about themselves.
///
/// [dev.minikv.checks.step.Steps] finds the step of a chapter. [dev.minikv.checks.step.Changes] writes what
/// it changed, [dev.minikv.checks.step.Additions] checks that it is small,
/// [dev.minikv.checks.step.PackageInfos] that it names its packages, [dev.minikv.checks.step.Minutes] that
/// pages say how long its exercises take, [dev.minikv.checks.step.ReadFirst] that tasks and chapters name the
/// same sections, and [dev.minikv.checks.step.Chapters] that a chapter's pages can be read in one go. Nothing here runs
/// a step: that is for `trial` and `session`.
package dev.minikv.checks.step;
