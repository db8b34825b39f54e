/// The Markdown pages of this project, and the checks that keep them true.
///
/// [dev.minikv.docs.pages.Pages] finds every page, [dev.minikv.docs.pages.Page] reads one, and each
/// [dev.minikv.docs.pages.Check] proves one kind of statement that pages make.
///
/// A new check is two classes: one that implements `Check`, and its test, which implements
/// [dev.minikv.docs.pages.CheckContract] (true of every page we have) and plants a falsehood for
/// everything that the check must notice (able to say no).
package dev.minikv.docs.pages;
