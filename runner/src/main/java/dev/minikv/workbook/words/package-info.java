/// Words for people: which name somebody meant, and why a file could not be read or written.
///
/// Both classes are doors, and know nothing of the workbook.
package dev.minikv.workbook.words;
