/// Pictures: drawings by hand in `docs/pictures`, which pages show, and the words that stand for them.
///
/// [dev.minikv.checks.picture.Pictures] looks at pages, [dev.minikv.checks.picture.Drawing] into a file.
package dev.minikv.checks.picture;
