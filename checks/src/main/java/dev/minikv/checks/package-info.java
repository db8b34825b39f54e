/// What proves the pages and the steps true, and writes on pages what can be counted or measured.
///
/// [dev.minikv.checks.Main] writes; the tests of this module compare. `page` has what all pages have in
/// common, and `generated` what all blocks that are written have. The other packages are named for what a
/// statement is about: a `quote`, a `session` at the prompt, a `step`, its tests on `trial`, a planted
/// `bug`, a `report` of other tools, a `figure` that was measured, a `picture`, or a `word`.
package dev.minikv.checks;
