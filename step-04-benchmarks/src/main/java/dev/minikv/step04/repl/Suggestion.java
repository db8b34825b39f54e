package dev.minikv.step04.repl;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was probably meant by a word that names nothing.
final class Suggestion {

    private Suggestion() {}

    /// Returns the candidate that a word is a misspelling of, or empty if none is near enough: one slip
    /// in a word of up to four letters, two in a longer one. Upper and lower case are no slip. Of several
    /// that are as near, it is the first. If none is near, it may be the only one that starts so.
    static Optional<String> of(String word, List<String> candidates) {
        String lowerCase = word.toLowerCase(Locale.ROOT);
        int maxSlips = lowerCase.length() <= 4 ? 1 : 2;
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - lowerCase.length()) <= maxSlips)
                .filter(candidate -> distance(lowerCase, candidate) <= maxSlips)
                .min(Comparator.comparingInt(candidate -> distance(lowerCase, candidate)))
                .or(() -> onlyOne(candidates.stream()
                        .filter(candidate -> candidate.startsWith(lowerCase))
                        .toList()));
    }

    private static Optional<String> onlyOne(List<String> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
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
