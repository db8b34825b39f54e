/// Figures on speed and memory: each comes from a results file.
///
/// [dev.minikv.checks.figure.FigureTables] writes tables of them, and
/// [dev.minikv.checks.figure.FiguresInProse] makes sure that prose has no other figures than round ones
/// that link to such a table, and cited ones. [dev.minikv.checks.figure.Reports] checks the reports of
/// `./workbook compare`, and [dev.minikv.checks.figure.ResultsTable] lists the files. Nothing here knows what else a
/// page says.
package dev.minikv.checks.figure;
