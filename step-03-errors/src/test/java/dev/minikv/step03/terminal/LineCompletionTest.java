package dev.minikv.step03.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.repl.Completion;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

class LineCompletionTest {

    private final List<String> asked = new ArrayList<>();

    private final LineCompletion completion = new LineCompletion(line -> {
        asked.add(line);
        return new Completion(4, List.of("key", "\"my key\""));
    });

    @Test
    void the_word_goes_from_where_the_completion_starts_to_the_cursor() {
        ParsedLine line = completion.parse("get \"my tail", 7, ParseContext.COMPLETE);

        assertThat(line.word()).isEqualTo("\"my");
        assertThat(line.words()).containsExactly("\"my");
        assertThat(line.wordIndex()).isZero();
        assertThat(line.wordCursor()).isEqualTo(3);
        assertThat(line.line()).isEqualTo("get \"my tail");
        assertThat(line.cursor()).isEqualTo(7);
    }

    @Test
    void text_after_the_cursor_does_not_matter() {
        var candidates = new ArrayList<Candidate>();

        completion.complete(null, completion.parse("get k tail", 5, ParseContext.COMPLETE), candidates);

        assertThat(candidates).extracting(Candidate::value).containsExactly("key", "\"my key\"");
        assertThat(asked).containsOnly("get k");
    }

    @Test
    void a_line_that_is_entered_is_taken_as_it_is() {
        ParsedLine line = completion.parse("set x \"half", 11, ParseContext.ACCEPT_LINE);

        assertThat(line.line()).isEqualTo("set x \"half");
        assertThat(asked).as("lines that completion was asked about").isEmpty();
    }
}
