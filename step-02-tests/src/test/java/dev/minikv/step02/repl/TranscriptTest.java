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

/// Whole sessions. Each file in the folder `transcripts` is a session as a user sees it at a
/// terminal, and the test is that user.
///
/// Text after `> ` at the start of a line is typed. A line `>` is a prompt at which the user only
/// presses Enter, or, as the last line, a prompt at which the input ends. The space after it, which
/// the screen shows, is not in the file, because editors strip it.
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
            lines.removeLast(); // nothing is typed at that prompt: the input ends
        }
        return lines;
    }

    /// Input as a user types it: one line whenever the loop waits for one, and then the end.
    ///
    /// A line appears on the screen when it is typed, so it is in the right place only if everything
    /// before it has been flushed.
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
                    throw new AssertionError("the loop keeps reading after the end of its input");
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
