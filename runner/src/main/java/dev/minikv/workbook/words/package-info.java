/// Texts for people: filled in, broken into lines, or compared; the name that was probably meant; and why a
/// file could not be read or written.
///
/// Each class is a door, and knows nothing about the workbook.
package dev.minikv.workbook.words;
