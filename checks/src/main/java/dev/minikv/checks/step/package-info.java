/// Steps as additions to each other, and what their sources say of themselves.
///
/// [dev.minikv.checks.step.Steps] finds the one that a chapter is about.
/// [dev.minikv.checks.step.Changes] writes what it changed, [dev.minikv.checks.step.Additions] holds it to
/// being small, [dev.minikv.checks.step.PackageInfos] to naming its packages, [dev.minikv.checks.step.Minutes]
/// pages to how long its exercises take, and [dev.minikv.checks.step.ReadFirst] tasks and chapters to naming the
/// same sections. Nothing here runs a step: that is for `trial` and `session`.
package dev.minikv.checks.step;
