/// Step 07: the same store, served to many clients over a network.
///
/// [dev.minikv.step07.Main] starts it. Storage lives in `store`, the interface in `repl`, what needs a real
/// terminal in `terminal`. Each change goes to a data folder by `log` before it is answered. Entries become
/// bytes in `format`, bytes become files in `file`, and only `disk` touches a disk. `server` answers clients, whose
/// bytes are understood in `wire`, and `remote` is a store at the other end of one. `benchmark` measures it, and is
/// not part of the program.
package dev.minikv.step07;
