/// Words for people: texts filled in or broken into lines, the place where two of them differ, which name
/// somebody meant, and why a file could not be read or written.
///
/// Each class is a door, and knows nothing of the workbook.
package dev.minikv.workbook.words;
