package dev.minikv.step06.repl;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step06.disk.SimulatedDisk;
import dev.minikv.step06.store.EngineKind;
import dev.minikv.step06.store.KeyValueStore;
import dev.minikv.step06.store.Limits;
import dev.minikv.step06.store.MiniKvStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        var person = new Person(typed(transcript));

        run(new MiniKvStore(EngineKind.HASH, new Limits(20, 100, 3)), person);

        assertThat(person.screen.toString()).as(file).isEqualTo(transcript);
    }

    @Test
    void the_history_does_not_act_on_the_terminal_again() throws Exception {
        var person = new Person(new ArrayDeque<>(List.of("get \u001B[2J", "history")));

        run(new MiniKvStore(EngineKind.HASH, Limits.DEFAULT), person);

        assertThat(person.screen).contains("    1  get \\u{1b}[2J\n    2  history\n");
    }

    private static void run(KeyValueStore store, Person person) throws IOException {
        var saving = new Saving(store, new SimulatedDisk(1), _ -> () -> {});
        new Repl(store, person, saving, false).run();
    }

    @Test
    void a_script_in_a_session_lists_the_history_of_the_session(@TempDir Path folder) throws Exception {
        String line = "source '" + Files.writeString(folder.resolve("a.kv"), "history\n") + "'";
        var person = new Person(new ArrayDeque<>(List.of(line)));

        run(new MiniKvStore(EngineKind.HASH, Limits.DEFAULT), person);

        assertThat(person.screen).contains("\n    1  " + line + "\n").doesNotContain("No history");
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
                .map(line -> line.substring(PROMPT.length()))
                .collect(toCollection(ArrayDeque::new));
        if (transcript.endsWith("\n" + PROMPT + "\n")) {
            lines.removeLast(); // nothing is typed at that prompt: the input ends
        }
        return lines;
    }

    /// A user at a terminal without colours, who types one line whenever the loop asks for one, and then
    /// ends the input.
    private static final class Person implements Console {

        private final StringBuilder screen = new StringBuilder();
        private final List<String> history = new ArrayList<>();
        private final Deque<String> lines;
        private boolean ended = false;

        Person(Deque<String> lines) {
            this.lines = lines;
        }

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public Optional<String> readLine() {
            if (ended) {
                throw new AssertionError("the loop keeps reading after the end of its input");
            }
            ended = lines.isEmpty();
            String line = ended ? "" : lines.remove();
            print(PROMPT + line);
            history.add(line);
            return ended ? Optional.empty() : Optional.of(line);
        }

        @Override
        public void print(String text) {
            screen.append(text).append('\n');
        }

        @Override
        public void printError(String wrong, String details) {
            print(wrong);
            print(details);
        }

        @Override
        public List<String> history() {
            return history;
        }
    }
}
