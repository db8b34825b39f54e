/// Running other programs, which are not allowed to outlive this one.
///
/// [dev.minikv.workbook.program.Program] is for programs whose output is short or read as it comes,
/// [dev.minikv.workbook.program.Run] for programs whose output counts byte for byte, and
/// [dev.minikv.workbook.program.WhenStopped] for actions if Ctrl-C comes first;
/// [dev.minikv.workbook.program.Maven] is the program that all need, and
/// [dev.minikv.workbook.program.InstalledMaven] says whether it is installed.
package dev.minikv.workbook.program;
