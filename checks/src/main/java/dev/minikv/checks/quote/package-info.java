/// Code that pages quote: it stands in the file that they name, word for word.
///
/// The door is [dev.minikv.checks.quote.Quotes], which finds lines in a file for others, too.
package dev.minikv.checks.quote;
