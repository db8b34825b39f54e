/// Step 06: the same store, kept in a log: what was answered is there after a crash.
///
/// [dev.minikv.step06.Main] starts it. Storage lives in `store`, the interface in `repl`, what needs a real
/// terminal in `terminal`. Each change goes to a data folder by `log` before it is answered. Entries become
/// bytes in `format`, bytes become files in `file`, and only `disk` touches a disk. `benchmark` measures it,
/// and is not part of the program.
package dev.minikv.step06;
