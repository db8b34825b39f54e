/// The program behind ./workbook: lists, checks, watches and proves the exercises.
///
/// [dev.minikv.workbook.Main] starts it. `catalog` knows what exercises there are, `engine` runs
/// them, `proof` holds them to their authors' promises, and `command` is all that a person sees.
package dev.minikv.workbook;
