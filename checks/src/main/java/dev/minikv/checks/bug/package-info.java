/// Bugs in chapters: each is planted, and has to be caught first by the kind of test that the chapter
/// names.
///
/// The door is [dev.minikv.checks.bug.PlantedBugs].
package dev.minikv.checks.bug;
