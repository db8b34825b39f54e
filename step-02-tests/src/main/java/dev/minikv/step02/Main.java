package dev.minikv.step02;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step02.repl.Repl;
import dev.minikv.step02.store.MiniKvStore;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;

/// Starts the program: the one place that knows the store, the REPL, and standard input and output.
public final class Main {

    private Main() {}

    /// Runs the REPL over standard input and output, in UTF-8 whatever the locale.
    public static void main(String[] args) {
        var in = new InputStreamReader(System.in, UTF_8);
        // Not System.out, which hides failures: the loop would run on for ever after its reader had gone away.
        var stdout = new FileOutputStream(FileDescriptor.out);
        var out = new BufferedWriter(new OutputStreamWriter(stdout, UTF_8));
        try {
            new Repl(new MiniKvStore(), in, out).run();
        } catch (IOException e) {
            if (!isClosedPipe(e)) {
                System.err.println("Input or output failed: " + e.getMessage());
                System.exit(1);
            }
        }
    }

    /// Whether the reader of our output has gone away, as `head -1` does: that is not a failure.
    private static boolean isClosedPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("pipe"); // the JDK has no type for it
    }
}
