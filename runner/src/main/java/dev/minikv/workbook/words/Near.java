package dev.minikv.workbook.words;

import com.github.difflib.DiffUtils;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Guesses which name was meant when a name was typed that does not exist.
public final class Near {

    private static final int MAX_GUESSES = 3;

    private Near() {}

    /// Returns a question to append to an error message, or an empty string if no name is similar.
    public static String question(String typed, Collection<String> names) {
        int limit = Math.max(2, typed.replaceFirst("\\.[A-Za-z]+$", "").length() / 3);
        List<String> near = names.stream()
                .distinct()
                .filter(name -> distance(typed, name) <= limit)
                .sorted(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_GUESSES)
                .toList();
        return near.isEmpty() ? "" : " Did you mean " + or(near) + "?";
    }

    /// Returns the number, such as 4 or 1.2, that was probably meant by 04, 4x, 1,2 or 1.2. with a final
    /// dot.
    public static String number(String typed) {
        return typed.replace(',', '.')
                .replaceAll("[^0-9.]", "")
                .replaceAll("(?<![0-9])0+(?=[0-9])", "")
                .replaceAll("^\\.+|\\.+$", "");
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

    /// Returns how many characters have to be added, removed or replaced to turn one word into the other,
    /// ignoring case.
    private static int distance(String typed, String name) {
        return DiffUtils.diff(letters(typed), letters(name)).getDeltas().stream()
                .mapToInt(change ->
                        Math.max(change.getSource().size(), change.getTarget().size()))
                .sum();
    }

    private static List<Integer> letters(String word) {
        return word.toLowerCase(Locale.ROOT).chars().boxed().toList();
    }
}
