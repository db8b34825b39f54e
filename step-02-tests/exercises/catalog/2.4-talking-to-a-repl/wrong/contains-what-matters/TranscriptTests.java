package dev.minikv.step02.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

/// Tests of whole sessions with a REPL.
interface TranscriptTests {

    /// Runs the REPL under test until it ends: it reads from `in`, and writes its prompts and answers.
    void run(KeyValueStore store, Reader in, Writer out) throws IOException;

    @Test
    default void a_value_can_be_read_back_and_deleted() throws IOException {
        String session = session("set user Alice", "get user", "delete user", "get user", "quit");

        assertThat(session).contains("✓ Set 'user'", "> Alice", "✓ Deleted 'user'", "Key 'user' not found");
    }

    @Test
    default void one_item_is_counted() throws IOException {
        assertThat(session("set user Alice", "count", "quit"))
                .contains("1 item")
                .doesNotContain("items");
    }

    @Test
    default void a_complaint_says_what_is_wrong() throws IOException {
        assertThat(session("get", "sing", "quit")).contains("Usage: get <key>", "Unknown command: sing");
    }

    @Test
    default void a_command_that_is_refused_changes_nothing() throws IOException {
        assertThat(session("set user", "count", "quit")).contains("Usage: set <key> <value>", "0 items");
    }

    @Test
    default void a_last_line_needs_no_enter() throws IOException {
        assertThat(typed("count")).contains("0 items");
    }

    @Test
    default void the_end_is_said() throws IOException {
        assertThat(session("quit", "count")).endsWith("Goodbye! ☕\n").doesNotContain("Store contains");
    }

    /// Types these lines, each followed by a newline, and returns everything that the REPL wrote.
    private String session(String... lines) throws IOException {
        return typed(String.join("\n", lines) + "\n");
    }

    /// Types a text exactly as given, and returns everything that the REPL wrote.
    private String typed(String text) throws IOException {
        var written = new StringWriter();
        var out = new BufferedWriter(written); // flushing it is the REPL's job
        run(new MiniKvStore(), new StringReader(text), out);
        return written.toString();
    }
}
