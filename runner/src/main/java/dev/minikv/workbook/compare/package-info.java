/// Comparing measurements without being fooled: which differences the samples show, and which they do not.
///
/// The door is [dev.minikv.workbook.compare.Comparison]: two result files row by row, or two values of a
/// parameter within one. Nothing here runs a benchmark or draws.
package dev.minikv.workbook.compare;
