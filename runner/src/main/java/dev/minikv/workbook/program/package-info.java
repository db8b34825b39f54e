/// The one place that runs other programs, and that sees to it that they do not outlive this one.
package dev.minikv.workbook.program;
