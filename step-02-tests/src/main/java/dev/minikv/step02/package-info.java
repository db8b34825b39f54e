/// Step 02: the same store, made testable and tested.
///
/// [dev.minikv.step02.Main] starts it. Storage lives in `store`, the interface in `repl`; no other
/// code belongs here.
package dev.minikv.step02;
