/// Step 01's program as the one at the keyboard meets it: a process with streams and an exit code.
///
/// The step itself holds no such tests, as the project that it ports has none yet. Testing is what
/// step 02 is about.
package dev.minikv.checks.step01;
