/// Proves that the pages and the steps are true, and writes on pages what can be counted or measured.
///
/// [dev.minikv.checks.Main] writes; the tests of this module compare. `page` has what all pages have in
/// common, and `generated` what all generated blocks have. The other packages are named for the subject of
/// a statement: a `quote`, a `session` at the prompt, a `step`, its tests on `trial`, a planted `bug`, a
/// `report` of other tools, a `figure` that was measured, a `picture`, or a `word`.
package dev.minikv.checks;
