/// Pictures: drawings by hand in `docs/pictures`, which pages show, and their text alternatives.
///
/// [dev.minikv.checks.picture.Pictures] checks pages, and [dev.minikv.checks.picture.Drawing] a single
/// file.
package dev.minikv.checks.picture;
