package dev.minikv.step04;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step04.repl.Completion;
import dev.minikv.step04.repl.Fault;
import dev.minikv.step04.repl.Options;
import dev.minikv.step04.repl.Repl;
import dev.minikv.step04.repl.ScriptConsole;
import dev.minikv.step04.repl.Wording;
import dev.minikv.step04.store.KeyValueStore;
import dev.minikv.step04.store.MiniKvStore;
import dev.minikv.step04.store.Result;
import dev.minikv.step04.terminal.TerminalConsole;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.util.List;

/// Starts the program: the one place that knows the store, the REPL and the terminal.
public final class Main {

    private static final int ALL_DONE = 0;
    private static final int SOMETHING_FAILED = 1;
    private static final int MISUSE = 2;

    private Main() {}

    /// Runs the REPL over the terminal, or over standard input and output in UTF-8 whatever the locale.
    public static void main(String[] args) {
        int exitCode = switch (Options.parse(List.of(args))) {
            case Result.Success(Options options) -> run(options);
            case Result.Failure(Fault fault) -> {
                report(fault, false);
                yield MISUSE;
            }
        };
        if (exitCode != ALL_DONE) {
            System.exit(exitCode);
        }
    }

    private static int run(Options options) {
        if (options.help()) {
            System.out.println(Options.usage());
            return ALL_DONE;
        }
        var store = new MiniKvStore(options.engine(), options.limits());
        try {
            return isTerminal() ? converse(store, options.debug()) : runScript(store, options.bail());
        } catch (IOException e) {
            if (isClosedPipe(e)) {
                return ALL_DONE;
            }
            report(new Fault.StreamFailed(e), options.debug());
            return SOMETHING_FAILED;
        }
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /// A person sees what was wrong, and can mend it: whatever happened, the session ends well.
    private static int converse(KeyValueStore store, boolean debug) throws IOException {
        try (var console = TerminalConsole.open(line -> Completion.of(line, store))) {
            console.fault().ifPresent(fault -> report(fault, debug));
            new Repl(store, console, false).run();
            return ALL_DONE;
        }
    }

    private static int runScript(KeyValueStore store, boolean bail) throws IOException {
        var in = new InputStreamReader(System.in, UTF_8);
        var err = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), UTF_8));
        // Not System.out, which hides failures: the loop would go on for ever behind a closed pipe.
        var stdout = new FileOutputStream(FileDescriptor.out);
        // Closed however the script ends: no answer stays in the buffer.
        try (var out = new BufferedWriter(new OutputStreamWriter(stdout, UTF_8))) {
            return new Repl(store, new ScriptConsole(in, out, err), bail).run() ? ALL_DONE : SOMETHING_FAILED;
        }
    }

    /// Whether our reader has gone away, as `head -1` does when it has seen enough: not a failure.
    private static boolean isClosedPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("pipe"); // the JDK has no type for it
    }

    /// Says what is wrong, in one line, and how it came to be, if that was asked for.
    private static void report(Fault fault, boolean debug) {
        Wording words = Wording.of(fault);
        System.err.println(words.wrong() + "; " + words.help());
        if (debug) {
            fault.cause().ifPresent(IOException::printStackTrace);
        }
    }
}
