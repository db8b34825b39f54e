/// Blocks of a page that the build writes: tables and sentences from what can be counted or measured.
///
/// [dev.minikv.checks.generated.GeneratedBlocks] writes them and compares; the content of a block comes
/// from a [dev.minikv.checks.generated.Generator]; the generators are in other packages.
package dev.minikv.checks.generated;
