/// Step 05: the same store, kept in a file: what was saved is there after a crash.
///
/// [dev.minikv.step06.Main] starts it. Storage lives in `store`, the interface in `repl`, what needs a real
/// terminal in `terminal`. Entries become bytes in `format`, bytes become files in `file`, and only `disk`
/// touches a disk. `benchmark` measures saving and loading, and is not a part of the program.
package dev.minikv.step06;
