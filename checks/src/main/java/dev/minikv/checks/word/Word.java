package dev.minikv.checks.word;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A word that the project does without, or a phrase.
///
/// @param phrase the word, in lower case
/// @param instead what to say instead
/// @param fine the phrases in which it is good English
/// @param isFineOnce whether one use on a page is allowed
record Word(String phrase, String instead, List<String> fine, boolean isFineOnce) {

    /// Returns a pattern that finds a phrase as whole words, in any case, over any line break.
    static Pattern pattern(String phrase) {
        String words = Pattern.quote(phrase).replace(" ", "\\E\\s+\\Q");
        String start = Character.isLetter(phrase.charAt(0)) ? "\\b" : "";
        return Pattern.compile(start + words + "\\b", Pattern.CASE_INSENSITIVE);
    }

    /// Returns the longest word of the phrase. To look for it first is far quicker than to look for the pattern.
    String longest() {
        return Stream.of(phrase.split(" "))
                .max(Comparator.comparing(String::length))
                .orElseThrow();
    }
}
