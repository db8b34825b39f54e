package dev.minikv.step07;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.disk.Disk;
import dev.minikv.step07.disk.RealDisk;
import dev.minikv.step07.disk.SimulatedDisk;
import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.log.LogStats;
import dev.minikv.step07.log.LoggedStore;
import dev.minikv.step07.log.SyncPolicy;
import dev.minikv.step07.remote.RemoteStore;
import dev.minikv.step07.repl.Completion;
import dev.minikv.step07.repl.Fault;
import dev.minikv.step07.repl.Options;
import dev.minikv.step07.repl.Options.Flag;
import dev.minikv.step07.repl.Progress;
import dev.minikv.step07.repl.Repl;
import dev.minikv.step07.repl.Saving;
import dev.minikv.step07.repl.ScriptConsole;
import dev.minikv.step07.repl.Tokenizer;
import dev.minikv.step07.repl.Utf8Reader;
import dev.minikv.step07.repl.Wording;
import dev.minikv.step07.server.Backend;
import dev.minikv.step07.server.Server;
import dev.minikv.step07.server.ServerLimits;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.terminal.TerminalConsole;
import dev.minikv.step07.terminal.Ticker;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Starts the program: the only class that knows the store, the REPL, the terminal and the server.
public final class Main {

    private static final int ALL_DONE = 0;
    private static final int SOMETHING_FAILED = 1;
    private static final int MISUSE = 2;

    private static final String STANDARD_INPUT = "-";

    private Main() {}

    /// Runs the REPL at the terminal, or over standard input and output, in UTF-8 whatever the locale; or a server.
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
        boolean debug = options.flags().contains(Flag.DEBUG);
        try {
            if (options.flags().contains(Flag.HELP)) {
                return explain();
            }
            Disk disk = options.flags().contains(Flag.SIMULATED_DISK)
                    ? new SimulatedDisk(System.nanoTime())
                    : new RealDisk();
            if (options.connect().isPresent()) {
                return connect(options.connect().get(), disk, options);
            }
            var memory = new MiniKvStore(options.engine(), options.limits());
            return options.data().isPresent()
                    ? runIn(options.data().get(), memory, disk, options)
                    : run(memory, disk, options);
        } catch (IOException e) {
            report(new Fault.StreamFailed(e), debug);
            return SOMETHING_FAILED;
        }
    }

    private static int connect(InetSocketAddress server, Disk disk, Options options) {
        return switch (password(options)
                .flatMap(text -> RemoteStore.connect(server, text).mapError(Fault.StoreFailed::new))) {
            case Result.Success(RemoteStore store) -> run(store, disk, options);
            case Result.Failure(Fault fault) -> failed(fault, options);
        };
    }

    private static int failed(Fault fault, Options options) {
        report(fault, options.flags().contains(Flag.DEBUG));
        return SOMETHING_FAILED;
    }

    private static Result<Optional<String>, Fault> password(Options options) {
        if (options.passwordFile().isEmpty()) {
            return new Result.Success<>(Optional.empty());
        }
        String name = options.passwordFile().get();
        try {
            Optional<String> first = Files.readAllLines(Path.of(name)).stream().findFirst();
            return new Result.Success<>(
                    Optional.of(first.filter(line -> !line.isEmpty()).orElseThrow()));
        } catch (IOException | InvalidPathException | NoSuchElementException e) {
            return new Result.Failure<>(new Fault.PasswordFailed(name, e));
        }
    }

    private static int runIn(String folder, MiniKvStore memory, Disk disk, Options options) {
        boolean debug = options.flags().contains(Flag.DEBUG);
        boolean salvage = options.flags().contains(Flag.SALVAGE);
        SyncPolicy sync = forcesForAll(options) ? SyncPolicy.NEVER : options.sync();
        Result<LoggedStore, LogProblem> opened;
        try (var _ = progress("opening the data folder")) {
            opened = LoggedStore.open(disk, folder, memory, sync, LoggedStore.SEGMENT_BYTES, salvage);
        }
        return switch (opened) {
            case Result.Success(LoggedStore store) -> {
                LogStats stats = store.stats();
                if (stats.opened().damaged()) {
                    report(new Fault.Salvaged(folder, stats.opened().lost(), stats.entries()), debug);
                }
                store.startBackground();
                yield run(store, disk, options);
            }
            case Result.Failure(LogProblem problem) -> {
                report(new Fault.LogFailed(problem), debug);
                yield SOMETHING_FAILED;
            }
        };
    }

    private static int run(KeyValueStore store, Disk disk, Options options) {
        boolean debug = options.flags().contains(Flag.DEBUG);
        var saving = new Saving(store, disk, Main::progress);
        if (options.flags().contains(Flag.SERVE)) {
            return serve(store, saving, options);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(saving, debug)));
        int exitCode = run(store, saving, options);
        return end(saving, debug) ? exitCode : SOMETHING_FAILED;
    }

    /// Returns whether a server forces the log once for several changes, and not the store for each.
    private static boolean forcesForAll(Options options) {
        return options.flags().contains(Flag.SERVE) && options.sync() == SyncPolicy.ALWAYS;
    }

    private static int serve(KeyValueStore store, Saving saving, Options options) {
        Flushable log = store instanceof LoggedStore logged && forcesForAll(options) ? logged::force : () -> {};
        return switch (password(options)) {
            case Result.Success(var password) -> {
                var backend = new Backend(
                        store, log, Tokenizer::words, error -> Wording.of(error).wrong(), () -> facts(store), password);
                yield serve(backend, saving, options);
            }
            case Result.Failure(Fault fault) -> failed(fault, options);
        };
    }

    private static int serve(Backend backend, Saving saving, Options options) {
        InetSocketAddress address = options.listen();
        Server server;
        try {
            server = new Server(address, backend, ServerLimits.DEFAULT, Exception::printStackTrace);
        } catch (IOException | UnresolvedAddressException e) {
            return failed(new Fault.CannotListen(address.getHostString() + ":" + address.getPort(), e), options);
        }
        var ended = new CompletableFuture<Boolean>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            ended.join();
        }));
        try {
            System.out.println("Serving at " + address.getHostString() + ":"
                    + server.address().getPort() + "; Ctrl-C ends it");
            server.run();
            return saving.end().map(fault -> failed(fault, options)).orElse(ALL_DONE);
        } catch (IOException e) {
            var problem = new LogProblem.DiskFailed(options.data().orElse(""), e);
            return failed(new Fault.CloseFailed(problem), options);
        } finally {
            System.out.println("Goodbye!");
            ended.complete(true);
        }
    }

    /// Returns what a server tells about itself.
    private static Map<String, Object> facts(KeyValueStore store) {
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(); // garbage included
        String hasLog = store instanceof LoggedStore ? "yes" : "no";
        long forces = store instanceof LoggedStore logged ? logged.stats().forces() : 0;
        return Map.of("appendonly", hasLog, "save", "", "log_forces", forces, "used_memory", used);
    }

    private static Progress.Running progress(String what) {
        return isTerminal() ? new Ticker(what, System.err::print) : () -> {};
    }

    private static int run(KeyValueStore store, Saving saving, Options options) {
        try {
            return options.script().isEmpty() && isTerminal()
                    ? converse(store, saving, options)
                    : runScript(store, saving, options);
        } catch (IOException e) {
            if (isClosedPipe(e)) {
                return ALL_DONE;
            }
            report(new Fault.StreamFailed(e), options.flags().contains(Flag.DEBUG));
            return SOMETHING_FAILED;
        }
    }

    /// Closes the store at the end, be it that of the input or a signal, such as that of Ctrl-C.
    private static boolean end(Saving saving, boolean debug) {
        Optional<Fault> fault = saving.end();
        fault.ifPresent(problem -> report(problem, debug));
        return fault.isEmpty();
    }

    private static int explain() throws IOException {
        try (var out = writer(FileDescriptor.out)) {
            out.write(Options.usage() + "\n");
        }
        return ALL_DONE;
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /// A mistake does not change the exit code of a session: a person sees it and can correct it.
    private static int converse(KeyValueStore store, Saving saving, Options options) throws IOException {
        try (var console = new TerminalConsole(line -> Completion.of(line, store))) {
            console.faults().forEach(fault -> report(fault, options.flags().contains(Flag.DEBUG)));
            new Repl(store, console, saving, options.flags().contains(Flag.BAIL)).run();
            return ALL_DONE;
        }
    }

    private static int runScript(KeyValueStore store, Saving saving, Options options) throws IOException {
        String script = options.script().orElse(STANDARD_INPUT);
        // Closed even if the script fails, so that no answer is left in the buffer.
        try (var out = writer(FileDescriptor.out)) {
            var console = new ScriptConsole(new Utf8Reader(System.in), out, writer(FileDescriptor.err));
            var repl = new Repl(store, console, saving, options.flags().contains(Flag.BAIL));
            boolean allDone = script.equals(STANDARD_INPUT) ? repl.run() : repl.runFile(script);
            return allDone ? ALL_DONE : SOMETHING_FAILED;
        }
    }

    /// Not System.out, which hides failures: the loop would run on for ever after its reader had gone away.
    private static Writer writer(FileDescriptor descriptor) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8));
    }

    /// Whether the reader of our output has gone away, as `head -1` does: that is not a failure.
    private static boolean isClosedPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("pipe"); // the JDK has no type for it
    }

    /// Prints what is wrong, in one line, followed by the stack trace if `--debug` asks for it.
    private static void report(Fault fault, boolean debug) {
        Wording words = Wording.of(fault);
        System.err.println(words.wrong() + "; " + words.help());
        if (debug) {
            fault.cause().ifPresent(Exception::printStackTrace);
        }
    }
}
