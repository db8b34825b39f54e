/// The proof that an exercise is sound: red as shipped, green when solved, and hard to cheat.
///
/// The door is [dev.minikv.workbook.proof.Proof]. Maven comes in through
/// [dev.minikv.workbook.proof.MavenRun].
package dev.minikv.workbook.proof;
