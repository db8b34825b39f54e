/// Code that pages quote: it stands in the file that they name, word for word.
package dev.minikv.checks.quote;
