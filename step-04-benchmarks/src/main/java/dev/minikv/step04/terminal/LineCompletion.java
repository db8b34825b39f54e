package dev.minikv.step04.terminal;

import dev.minikv.step04.repl.Completion;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells JLine where a word starts and what it may become, both by the REPL's own rules.
///
/// @param completions what a line, up to the cursor, may go on with
record LineCompletion(Function<String, Completion> completions) implements Parser, Completer {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int start = context == ParseContext.COMPLETE
                ? completions.apply(line.substring(0, cursor)).start()
                : 0;
        return new Word(line, cursor, start);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (String word :
                completions.apply(line.line().substring(0, line.cursor())).words()) {
            candidates.add(new Candidate(word));
        }
    }

    /// The word before the cursor: all that JLine needs to know of a line.
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
