/// Saving and loading: entries that survive the end of the program.
///
/// The door is [dev.minikv.step07.file.StoreFile], which replaces a file as a whole, by way of a disk and in
/// one of the formats. What can go wrong is a [dev.minikv.step07.file.FileProblem]. No command and
/// no word for the user comes in.
package dev.minikv.step07.file;
