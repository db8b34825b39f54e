/// Steps 01 and 02 as the user sees them: a process with streams and an exit code.
///
/// Step 01 itself has no such tests, because the project that it ports has none yet. Step 02 is about
/// testing.
package dev.minikv.checks.program;
