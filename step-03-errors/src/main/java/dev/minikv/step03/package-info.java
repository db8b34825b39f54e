/// Step 03: the same store, with errors that help and a REPL that people like to use.
///
/// [dev.minikv.step03.Main] starts it. Storage lives in `store`, the interface in `repl`, and what
/// needs a real terminal in `terminal`; no other code belongs here.
package dev.minikv.step03;
