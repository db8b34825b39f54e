/// The tests of a step, run outside of its own build: on the step as it is, to count them by kind, and on a
/// copy with a planted bug.
///
/// The door is [dev.minikv.checks.trial.Trial]: a copy of a step's classes, with JUnit to run the tests
/// among them. [dev.minikv.checks.trial.TestCounts] writes the counts on pages.
package dev.minikv.checks.trial;
