package dev.minikv.workbook.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Guesses which name somebody meant who typed one that does not exist.
public final class Near {

    private static final int MAX_GUESSES = 3;

    private Near() {}

    /// Returns a question to put after the sentence that says what is missing, or nothing if no name is near.
    public static String question(String typed, Collection<String> names) {
        String wrong = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, wrong.replaceFirst("\\.[a-z]+$", "").length() / 3);
        List<String> near = names.stream()
                .distinct()
                .filter(name -> distance(wrong, name) <= limit)
                .sorted(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_GUESSES)
                .toList();
        return near.isEmpty() ? "" : " Did you mean " + or(near) + "?";
    }

    /// Returns words as a sentence has them: A, B or C.
    public static String or(List<String> words) {
        return listed(words, " or ");
    }

    /// Returns words as a sentence has them: A, B and C.
    public static String and(List<String> words) {
        return listed(words, " and ");
    }

    private static String listed(List<String> words, String last) {
        int end = words.size() - 1;
        return end < 1 ? String.join("", words) : String.join(", ", words.subList(0, end)) + last + words.get(end);
    }

    /// Returns how many characters have to be added, removed or replaced to make one word of another, big and
    /// small letters being the same.
    private static int distance(String wrong, String name) {
        String right = name.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= wrong.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (wrong.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }
}
