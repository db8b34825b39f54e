/// Carries a change of one step to the later ones: what changed since the last commit, and how it fits the
/// same file in a later step.
///
/// The door is [dev.minikv.workbook.port.Port]. Only it writes, and it writes all or nothing.
package dev.minikv.workbook.port;
