/// Runs the tests of a step outside of its own build, so that a chapter can say what they come to,
/// on the step as it is and on one with a bug planted in it.
///
/// The door is [dev.minikv.checks.trial.Trial]: a copy of a step's classes, and the JUnit that runs
/// the tests among them.
package dev.minikv.checks.trial;
