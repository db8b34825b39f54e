/// What proves the pages and the steps true: where the project is, and how to run a program.
///
/// [dev.minikv.checks.Project] finds the project's root; [dev.minikv.checks.Run] runs a program to its
/// end. The packages below are named for what a statement is: `page`, `quote`, `session`, `step`, `bug`
/// and `figure`. A step's own tests are run for them by what is in `trial`.
package dev.minikv.checks;
