/// Other programs: run to their end, and not allowed to outlive this one.
///
/// [dev.minikv.workbook.program.Program] is for those whose output is read as it comes or is a line or
/// two, [dev.minikv.workbook.program.Run] for those of which every byte counts, and
/// [dev.minikv.workbook.program.WhenStopped] for what has to be done if Ctrl-C comes first;
/// [dev.minikv.workbook.program.Maven] is the one that all need, and
/// [dev.minikv.workbook.program.InstalledMaven] says whether it is there.
package dev.minikv.workbook.program;
