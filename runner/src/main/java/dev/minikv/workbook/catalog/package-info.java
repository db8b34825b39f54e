/// The exercises on disk: the title of each, its files, and what its author promises.
///
/// The door is [dev.minikv.workbook.catalog.Catalog]; a new exercise starts as a
/// [dev.minikv.workbook.catalog.Skeleton]. Nothing here compiles or runs anything.
package dev.minikv.workbook.catalog;
