package dev.minikv.step02.repl;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.MiniKvStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole sessions. Each file in the folder `transcripts` shows what a person sees at a terminal who
/// types what it shows, and the test is that person.
///
/// What stands after `> ` at the start of a line is typed. A line `>` is a prompt at which nothing
/// is typed but Enter, or, if it is the last line, a prompt at which the input ends. The space that
/// the screen shows after it is not in the file, as editors strip it.
class TranscriptTest {

    private static final String PROMPT = "> ";

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_session_shows_its_transcript(String file) throws Exception {
        String transcript = Files.readString(folder().resolve(file)).replaceAll("(?<=\n)>(?=\n)", PROMPT);
        var screen = new StringWriter();
        var keyboard = new Keyboard(typed(transcript), screen);

        new Repl(new MiniKvStore(), keyboard, new BufferedWriter(screen)).run();

        assertThat(screen.toString()).as(file).isEqualTo(transcript);
    }

    static List<String> transcripts() throws Exception {
        try (var files = Files.list(folder())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).as("transcripts").isNotEmpty();
            return names;
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(TranscriptTest.class.getResource("/transcripts").toURI());
    }

    private static Deque<String> typed(String transcript) {
        Deque<String> lines = transcript
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()) + "\n")
                .collect(toCollection(ArrayDeque::new));
        if (transcript.endsWith("\n" + PROMPT + "\n")) {
            lines.removeLast(); // nothing is typed there: the input ends
        }
        return lines;
    }

    /// Input as a person types it: a line whenever one is waited for, and then the end.
    ///
    /// A typed line appears on the screen when it is typed, so it stands in the right place only if
    /// everything before it has been flushed.
    private static final class Keyboard extends Reader {

        private final Deque<String> lines;
        private final Writer screen;
        private boolean ended = false;

        Keyboard(Deque<String> lines, Writer screen) {
            this.lines = lines;
            this.screen = screen;
        }

        @Override
        public int read(char[] buffer, int start, int length) throws IOException {
            if (lines.isEmpty()) {
                if (ended) {
                    throw new AssertionError("the loop reads on after the end of its input");
                }
                ended = true;
                return -1;
            }
            String line = lines.remove();
            screen.write(line);
            line.getChars(0, line.length(), buffer, start);
            return line.length();
        }

        @Override
        public void close() {}
    }
}
