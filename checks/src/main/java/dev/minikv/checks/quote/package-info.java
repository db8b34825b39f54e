/// Code that pages quote: it must be in the file that they name, word for word.
///
/// The door is [dev.minikv.checks.quote.Quotes], which finds lines in a file for other packages, too.
package dev.minikv.checks.quote;
