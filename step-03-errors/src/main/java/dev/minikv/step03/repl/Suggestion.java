package dev.minikv.step03.repl;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What was probably meant by a word that is not a command.
final class Suggestion {

    private Suggestion() {}

    /// Returns the command that a word is a misspelling of, or empty if none is near enough: one slip
    /// in a word of up to four letters, two in a longer one. Upper and lower case are no slip. Of several
    /// that are as near, it is the first in the table.
    static Optional<Syntax> of(String word) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        int maxSlips = lowerCase.length() <= 4 ? 1 : 2;
        return Arrays.stream(Syntax.values())
                .filter(syntax -> Math.abs(syntax.word().length() - lowerCase.length()) <= maxSlips)
                .filter(syntax -> distance(lowerCase, syntax.word()) <= maxSlips)
                .min(Comparator.comparingInt(syntax -> distance(lowerCase, syntax.word())));
    }

    /// Returns the smallest number of slips that turn one word into another, where a slip is a letter
    /// too many, too few or wrong, or two neighbours exchanged, and no letter takes part in two slips.
    ///
    /// This is the optimal string alignment distance, found row by row: `d[i][j]` is the distance of
    /// the first i letters of one from the first j of the other.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + wrong, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
