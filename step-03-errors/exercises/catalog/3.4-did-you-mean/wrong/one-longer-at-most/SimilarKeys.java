package dev.minikv.step03.exercise4;

import dev.minikv.step03.store.KeyValueStore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The keys of a store that were probably meant by a word that is none of them.
public final class SimilarKeys {

    private static final int MOST_KEYS = 3;
    private static final int LETTERS_PER_SLIP = 3;

    private final KeyValueStore store;

    /// Creates suggestions from what a store holds whenever it is asked.
    public SimilarKeys(KeyValueStore store) {
        this.store = store;
    }

    /// Returns the keys that a word is probably a misspelling of, at most three, the nearest first:
    /// those that are at most one slip away for every three letters of the word. Keys that are
    /// equally near come in the order of [String#compareTo]. A word that is a key is no misspelling.
    ///
    /// It compares the word with every key.
    public List<String> to(String word) {
        if (store.contains(word)) {
            return List.of();
        }
        int maxSlips = word.length() / LETTERS_PER_SLIP;
        return store.keys("").stream()
                .filter(key -> slips(word, key) <= maxSlips)
                // The keys come in order, and a stable sort leaves those that are equally near in it.
                .sorted(Comparator.comparingInt(key -> slips(word, key)))
                .limit(MOST_KEYS)
                .toList();
    }

    /// Returns how far a word is from a key, where upper and lower case are no slip.
    private static int slips(String word, String key) {
        return distance(word.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT));
    }

    /// Returns the smallest number of slips that turn one word into another, where a slip is a
    /// letter too many, too few or wrong, or two neighbours exchanged, and no letter takes part in
    /// two slips.
    ///
    /// It is found row by row: `d[i][j]` is the distance of the first i letters of one from the
    /// first j of the other.
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return Integer.MAX_VALUE;
        }
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
