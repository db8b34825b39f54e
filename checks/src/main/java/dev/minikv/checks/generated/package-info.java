/// Blocks of a page that the build writes: tables and sentences that can be counted or measured.
///
/// [dev.minikv.checks.generated.GeneratedBlocks] writes them and compares; what is in a block comes from a
/// [dev.minikv.checks.generated.Generator], of which other packages have one for each name.
package dev.minikv.checks.generated;
