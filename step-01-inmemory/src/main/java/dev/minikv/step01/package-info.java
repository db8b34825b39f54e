/// Step 01: a `HashMap` behind a REPL, the smallest key-value store that deserves the name.
///
/// [dev.minikv.step01.Main] starts it. Storage lives in `store`, the interface in `repl`; no other
/// code belongs here.
package dev.minikv.step01;
