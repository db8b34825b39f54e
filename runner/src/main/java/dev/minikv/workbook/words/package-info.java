/// Words for people: texts broken into lines, and the place where two of them differ.
///
/// Each class is a door, and knows nothing of the workbook.
package dev.minikv.workbook.words;
