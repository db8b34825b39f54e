package dev.minikv.step03.exercise4;

import dev.minikv.step03.store.KeyValueStore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Suggestions for a word that is not a key: the keys of a store that were probably meant.
public final class SimilarKeys {

    private static final int MAX_KEYS = 3;
    private static final int LETTERS_PER_SLIP = 3;

    private final KeyValueStore store;

    /// Creates suggestions from the keys that a store holds at the time of each call.
    public SimilarKeys(KeyValueStore store) {
        this.store = store;
    }

    /// Returns the keys that a word is probably a misspelling of, at most three, the nearest first.
    /// Every three letters of the word allow one slip. Equally near keys are in the order of
    /// [String#compareTo]. A word that is itself a key is not a misspelling.
    ///
    /// The cost is proportional to the number of keys.
    public List<String> to(String word) {
        if (store.contains(word)) {
            return List.of();
        }
        int maxSlips = Math.min(2, word.length() / LETTERS_PER_SLIP);
        return store.keys("").stream()
                .filter(key -> slips(word, key) <= maxSlips)
                // The keys are in order, and a stable sort leaves equally near ones in that order.
                .sorted(Comparator.comparingInt(key -> slips(word, key)))
                .limit(MAX_KEYS)
                .toList();
    }

    /// Returns the distance of a word from a key; a difference in case does not count.
    private static int slips(String word, String key) {
        return distance(word.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT));
    }

    /// Returns the edit distance of two words: the smallest number of slips that turn one into the
    /// other. A slip is an extra, a missing or a wrong letter, or two neighbours exchanged. No letter
    /// takes part in two slips.
    ///
    /// The table is filled row by row: `d[i][j]` is the distance between the first i letters of `a`
    /// and the first j letters of `b`.
    private static int distance(String a, String b) {
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
