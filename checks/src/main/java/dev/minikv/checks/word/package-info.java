/// The words that this project does without: the list on the page `CONTRIBUTING.md`, and everything that
/// must follow it.
///
/// [dev.minikv.checks.word.Words] is the door: it reads the pages, the tasks, the comments and strings of all
/// sources, and the texts of the pictures and launchers. `ProjectTexts` finds these files, and `JavaText`
/// takes comments and strings out of Java.
package dev.minikv.checks.word;
