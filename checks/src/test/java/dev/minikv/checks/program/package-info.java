/// Steps 01 and 02 as the one at the keyboard meets them: a process with streams and an exit code.
///
/// Step 01 itself holds no such tests, as the project that it ports has none yet. Testing is what step 02
/// is about.
package dev.minikv.checks.program;
