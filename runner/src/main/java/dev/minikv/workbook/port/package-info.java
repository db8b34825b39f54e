/// Carries a change of one step to the later ones: what changed since the last commit, and how it fits what
/// a later step has made of the same file.
///
/// The door is [dev.minikv.workbook.port.Port]. Only it writes, and it writes all or nothing.
package dev.minikv.workbook.port;
