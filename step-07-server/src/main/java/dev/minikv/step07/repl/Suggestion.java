package dev.minikv.step07.repl;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A guess at what an unknown word was meant to be.
final class Suggestion {

    private Suggestion() {}

    /// Returns the candidate nearest to a word, or empty if none is near enough. A word of up to four
    /// letters may contain one slip, a longer word two; a difference in case does not count. Of several
    /// equally near candidates, the first wins. If none is near, the word may be the beginning of exactly
    /// one candidate, which is then returned.
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

    /// Returns the edit distance of two words: the smallest number of slips that turn one into the other.
    /// A slip is an extra, a missing or a wrong letter, or two neighbours exchanged. No letter takes part
    /// in two slips.
    ///
    /// This variant is called optimal string alignment. The table is filled row by row: `d[i][j]` is the
    /// distance between the first i letters of `a` and the first j letters of `b`. The cost is
    /// proportional to the product of the lengths.
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
