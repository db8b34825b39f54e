/// The exercises as they lie on disk: what each is called, which files belong to it, what it promises.
///
/// The door is [dev.minikv.workbook.catalog.Catalog]; a new one begins as a
/// [dev.minikv.workbook.catalog.Skeleton]. Nothing here compiles or runs anything.
package dev.minikv.workbook.catalog;
