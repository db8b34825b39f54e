package dev.minikv.step02.exercise4;

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
    default void a_session_runs_to_its_end() throws IOException {
        session("set user Alice", "get user", "delete user", "quit");
    }

    @Test
    default void mistakes_end_no_session() throws IOException {
        typed("get\nsing\nset user\ncount");
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
