/// Bugs that chapters show: each is planted, and the kind of test that is said to catch it first does.
///
/// The door is [dev.minikv.checks.bug.PlantedBugs].
package dev.minikv.checks.bug;
