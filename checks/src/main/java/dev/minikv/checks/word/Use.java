package dev.minikv.checks.word;

import dev.minikv.checks.page.Problem;

/// A place where a listed word is used.
///
/// @param line the number of the line on which its passage starts
/// @param word the word
/// @param context the words around it
/// @param excuse the entry that allows this use, or the empty string
record Use(int line, Word word, String context, String excuse) {

    boolean isExcused() {
        return !excuse.isEmpty();
    }

    Problem problem() {
        return new Problem(
                line, "a word of the list in CONTRIBUTING.md: '" + word.phrase() + "'", word.instead(), context);
    }
}
