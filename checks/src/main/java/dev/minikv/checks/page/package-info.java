/// The Markdown pages of this project, and what all checks of them have in common.
///
/// [dev.minikv.checks.page.Pages] finds every page, and [dev.minikv.checks.page.Page] reads one. A
/// [dev.minikv.checks.page.Check] proves one kind of statement that pages make. Links are checked here;
/// every other kind of statement has a package of its own, which this package does not use.
package dev.minikv.checks.page;
