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

    /// The beginning of every session.
    String BANNER = """
        ☕ Mini KV Store - Learning Project
        Commands: set <key> <value> | get <key> | delete <key> | count | quit

        """;

    /// Runs the REPL under test until it ends: it reads from `in`, and writes its prompts and answers.
    void run(KeyValueStore store, Reader in, Writer out) throws IOException;

    @Test
    default void a_session_runs_from_the_banner_to_the_goodbye() throws IOException {
        String session = session("set user Alice", "get user", "get city", "delete user", "delete user", "quit");

        assertThat(session).isEqualTo(BANNER + """
            > ✓ Set 'user' = 'Alice'
            > Alice
            > Key 'city' not found
            > ✓ Deleted 'user' (was: 'Alice')
            > Key 'user' not found
            > Goodbye! ☕
            """);
    }

    @Test
    default void one_item_is_called_an_item() throws IOException {
        String session = session("count", "set user Alice", "count", "set city Paris", "count", "quit");

        assertThat(session).isEqualTo(BANNER + """
            > Store contains 0 items
            > ✓ Set 'user' = 'Alice'
            > Store contains 1 item
            > ✓ Set 'city' = 'Paris'
            > Store contains 2 items
            > Goodbye! ☕
            """);
    }

    @Test
    default void a_complaint_changes_nothing() throws IOException {
        String session = session("set user Alice", "set user", "get", "sing", "get user", "count", "delete", "quit");

        assertThat(session).isEqualTo(BANNER + """
            > ✓ Set 'user' = 'Alice'
            > Usage: set <key> <value>
            > Usage: get <key>
            > Unknown command: sing
            Available: set, get, delete, count, quit
            > Alice
            > Store contains 1 item
            > Usage: delete <key>
            > Goodbye! ☕
            """);
    }

    @Test
    default void nothing_is_read_after_quit() throws IOException {
        String session = session("quit", "count");

        assertThat(session).isEqualTo(BANNER + """
            > Goodbye! ☕
            """);
    }

    @Test
    default void nothing_is_read_after_exit() throws IOException {
        String session = session("exit", "count");

        assertThat(session).isEqualTo(BANNER + """
            > Goodbye! ☕
            """);
    }

    @Test
    default void a_last_line_needs_no_enter() throws IOException {
        String session = typed("count");

        assertThat(session).isEqualTo(BANNER + """
            > Store contains 0 items
            >\s
            """);
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
