/// A comparison as a reader sees it: a page of Markdown and two charts in SVG.
///
/// The door is [dev.minikv.workbook.chart.ComparisonReport]. Nothing here computes a figure.
package dev.minikv.workbook.chart;
