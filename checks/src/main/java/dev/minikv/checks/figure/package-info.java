/// Figures on speed and memory: each stands in a results file.
///
/// [dev.minikv.checks.figure.FigureTables] writes tables of them, and
/// [dev.minikv.checks.figure.FiguresInProse] sees to it that no other figures stand in prose than round
/// ones that link to such a table, and cited ones. [dev.minikv.checks.figure.Reports] checks what
/// `./workbook compare` has written. Nothing here knows what a page says otherwise.
package dev.minikv.checks.figure;
