package dev.minikv.step02.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step02.store.KeyValueStore;
import dev.minikv.step02.store.MiniKvStore;
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
    default void a_value_can_be_read_back() throws IOException {
        assertThat(session("set user Alice", "get user", "quit")).contains("Alice");
    }

    @Test
    default void the_store_counts_its_items() throws IOException {
        assertThat(session("set user Alice", "count", "quit")).contains("1 item");
    }

    @Test
    default void a_command_without_its_key_is_answered_with_its_usage() throws IOException {
        assertThat(session("get", "quit")).contains("Usage: get <key>");
    }

    /// Types these lines, each followed by a newline, and returns everything that the REPL wrote.
    private String session(String... lines) throws IOException {
        var written = new StringWriter();
        run(new MiniKvStore(), new StringReader(String.join("\n", lines) + "\n"), written);
        return written.toString();
    }
}
