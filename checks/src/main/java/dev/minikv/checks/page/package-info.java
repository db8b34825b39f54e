/// The Markdown pages of this project, and what every check of them has in common.
///
/// [dev.minikv.checks.page.Pages] finds every page, [dev.minikv.checks.page.Page] reads one, and each
/// [dev.minikv.checks.page.Check] proves one kind of statement that pages make. That links lead somewhere
/// is checked here; all other kinds of statement have a package of their own.
package dev.minikv.checks.page;
