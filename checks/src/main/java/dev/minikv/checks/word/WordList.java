package dev.minikv.checks.word;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Passage;
import dev.minikv.checks.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of words, with the phrases that are allowed everywhere and those that are allowed in one file.
///
/// @param words the words
/// @param exceptions the phrases that are allowed in one file
record WordList(List<Word> words, List<Exemption> exceptions) {

    private static final int CONTEXT = 40;

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    /// A phrase that is allowed in one file.
    ///
    /// @param path the file's path within the project
    /// @param phrase the phrase
    record Exemption(String path, String phrase) {

        @Override
        public String toString() {
            return path + ": " + phrase;
        }
    }

    /// Reads the list from the table of a page that starts with the columns *not* and *but*, and the
    /// exceptions from lines of the form `path: phrase`, where `#` starts a comment.
    static WordList of(Page page, String exceptions) {
        List<Word> words = page.tables().stream()
                .filter(table -> table.startsWith("not", "but"))
                .flatMap(table -> table.rows().stream())
                .flatMap(WordList::wordsOf)
                .toList();
        return new WordList(
                words,
                exceptions
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(": ", 2))
                        .map(parts -> new Exemption(parts[0], parts[1]))
                        .toList());
    }

    private static Stream<Word> wordsOf(Table.Row row) {
        Table.Cell fine = row.cells().get(2);
        boolean isFineOnce = fine.words().contains("once a page");
        return row.first().code().stream().map(phrase -> new Word(phrase, row.words(1), fine.code(), isFineOnce));
    }

    /// Returns where a file uses listed words.
    ///
    /// @param path the file's path within the project
    List<Use> uses(String path, List<Passage> passages) {
        var uses = new ArrayList<Use>();
        String all = passages.stream()
                .map(Passage::words)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        for (Word word : words) {
            if (!all.contains(word.longest())) {
                continue;
            }
            Pattern pattern = Word.pattern(word.phrase());
            for (Passage passage : passages) {
                String text = LINK.matcher(passage.words()).replaceAll("$1");
                Matcher found = pattern.matcher(text);
                while (found.find()) {
                    boolean isFirst = uses.stream().noneMatch(use -> use.word().equals(word));
                    uses.add(use(path, passage.line(), text, word, found, isFirst));
                }
            }
        }
        return uses;
    }

    private Use use(String path, int start, String text, Word word, Matcher found, boolean isFirst) {
        int line = start + JavaText.lineBreaks(text.substring(0, found.start()));
        String context = text.substring(
                        Math.max(0, found.start() - CONTEXT), Math.min(text.length(), found.end() + CONTEXT))
                .replaceAll("\\s+", " ")
                .strip();
        String excuse = isFirst && word.isFineOnce() ? word.phrase() : excuse(path, text, word, found);
        return new Use(line, word, context, excuse);
    }

    private String excuse(String path, String text, Word word, Matcher found) {
        Stream<String> fine = word.fine().stream().filter(phrase -> covers(phrase, text, found));
        Stream<String> here = exceptions.stream()
                .filter(exception -> exception.path().equals(path) && covers(exception.phrase(), text, found))
                .map(Exemption::toString);
        return Stream.concat(fine, here).findFirst().orElse("");
    }

    private static boolean covers(String phrase, String text, Matcher found) {
        return Word.pattern(phrase)
                .matcher(text)
                .results()
                .anyMatch(all -> all.start() <= found.start() && found.end() <= all.end());
    }

    /// Returns the allowed phrases that none of these uses needs.
    Set<String> stale(List<Use> uses) {
        var stale = new TreeSet<String>();
        words.forEach(word -> stale.addAll(word.fine()));
        exceptions.forEach(exception -> stale.add(exception.toString()));
        uses.forEach(use -> stale.remove(use.excuse()));
        return stale;
    }
}
