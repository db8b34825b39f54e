/// A write-ahead log: each change is on the disk before it is made in memory and answered.
///
/// The door is [dev.minikv.step07.log.LoggedStore], a store over a folder of the disk. What can go wrong with
/// the folder is a [dev.minikv.step07.log.LogProblem]. No command and no word for the user comes in.
package dev.minikv.step07.log;
