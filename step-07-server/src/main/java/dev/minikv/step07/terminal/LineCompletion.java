package dev.minikv.step07.terminal;

import dev.minikv.step07.repl.Completion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Completion for JLine by the REPL's own rules: where a word starts, and what it may become.
final class LineCompletion implements Parser, Completer, CompletionMatcher {

    private static final int MAX_LISTED = 1000; // JLine needs seconds to list many more, and nobody reads them

    private final Function<String, Completion> completions;
    private Completion completion = new Completion(0, List.of()); // of the last line parsed

    /// Creates completion for a line reader.
    ///
    /// @param completions returns the completions of a line, given up to the cursor
    LineCompletion(Function<String, Completion> completions) {
        this.completions = completions;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context != ParseContext.COMPLETE) {
            return new Word(line, cursor, 0);
        }
        completion = completions.apply(line.substring(0, cursor));
        return new Word(line, cursor, completion.start());
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String prefix = completion.commonPrefix();
        int count = completion.words().size();
        if (count <= MAX_LISTED) {
            completion.words().forEach(word -> candidates.add(candidate(word, !word.endsWith("/"))));
        } else if (prefix.startsWith(line.word()) && !prefix.equals(line.word())) {
            candidates.add(candidate(prefix, false));
        } else {
            reader.printAbove(count + " matches: type more to narrow them down");
        }
    }

    /// @param isWhole whether the word is complete, so that JLine adds a space
    private static Candidate candidate(String word, boolean isWhole) {
        return new Candidate(word, word, null, null, null, null, isWhole);
    }

    /// Does nothing. JLine would compare the candidates with the text as typed, whose quotes may differ;
    /// [Completion] has already compared their meanings.
    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {}

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        return candidates;
    }

    @Override
    public Candidate exactMatch() {
        return null; // JLine then never takes a word that others also start with
    }

    @Override
    public String getCommonPrefix() {
        return completion.commonPrefix();
    }

    /// The word before the cursor, which is all that JLine needs to know about a line.
    private record Word(String line, int cursor, int start) implements ParsedLine {

        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
