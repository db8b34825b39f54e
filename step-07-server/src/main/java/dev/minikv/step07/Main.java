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
import dev.minikv.step07.repl.ServeOptions;
import dev.minikv.step07.repl.Utf8Reader;
import dev.minikv.step07.repl.Wording;
import dev.minikv.step07.server.Backend;
import dev.minikv.step07.server.Password;
import dev.minikv.step07.server.Server;
import dev.minikv.step07.server.ServerLimits;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.MiniKvStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.StoreError;
import dev.minikv.step07.terminal.TerminalConsole;
import dev.minikv.step07.terminal.Ticker;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Starts the program: the only class that knows the store, the REPL, the terminal and the server.
public final class Main {

    private static final int ALL_DONE = 0;
    private static final int SOMETHING_FAILED = 1;
    private static final int MISUSE = 2;

    private static final String STANDARD_INPUT = "-";
    private static final String SERVE = "--serve"; // from the launcher

    private Main() {}

    /// Runs the REPL at the terminal, or over standard input and output, in UTF-8 whatever the locale; or a server, if
    /// the first argument says so.
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        boolean serves = !arguments.isEmpty() && arguments.getFirst().equals(SERVE);
        int exitCode = serves
                ? start(ServeOptions.parse(arguments.subList(1, arguments.size())), Main::serve)
                : start(Options.parse(arguments), Main::run);
        if (exitCode != ALL_DONE) {
            System.exit(exitCode);
        }
    }

    private static <T> int start(Result<T, Fault> options, ToIntFunction<T> action) {
        return switch (options) {
            case Result.Success(T parsed) -> action.applyAsInt(parsed);
            case Result.Failure(Fault fault) -> {
                report(fault, false);
                yield MISUSE;
            }
        };
    }

    private static int run(Options options) {
        if (options.flags().contains(Flag.HELP)) {
            return print(Options.usage());
        }
        Disk disk =
                options.flags().contains(Flag.SIMULATED_DISK) ? new SimulatedDisk(System.nanoTime()) : new RealDisk();
        return withPassword(options, password -> {
            if (options.connect().isEmpty()) {
                return withStore(options, options.sync(), disk, store -> run(store, disk, options));
            }
            return switch (RemoteStore.connect(options.connect().get(), password)) {
                case Result.Success(RemoteStore store) -> run(store, disk, options);
                case Result.Failure(StoreError error) -> failed(new Fault.NotConnected(error), options);
            };
        });
    }

    private static int serve(ServeOptions serving) {
        Options options = serving.store();
        if (options.flags().contains(Flag.HELP)) {
            return print(ServeOptions.usage());
        }
        var disk = new RealDisk();
        boolean isAlways = options.sync() == SyncPolicy.ALWAYS; // then the server forces, once for many changes
        SyncPolicy policy = isAlways ? SyncPolicy.NEVER : options.sync();
        return withPassword(
                options,
                password -> withStore(options, policy, disk, store -> {
                    var saving = new Saving(store, disk, Main::progress);
                    Backend backend = backend(store, isAlways, serving);
                    return serve(serving, backend, password, saving);
                }));
    }

    private static Backend backend(KeyValueStore store, boolean isAlways, ServeOptions serving) {
        Flushable log = store instanceof LoggedStore logged && isAlways ? logged::force : () -> {};
        Supplier<Map<String, Long>> facts = () -> store instanceof LoggedStore logged
                ? Map.of("log_forces", logged.stats().forces())
                : Map.of();
        var settings = Map.of(
                "appendonly", store instanceof LoggedStore ? "yes" : "no",
                "save", "",
                "maxclients", Integer.toString(serving.maxClients()),
                "timeout", Integer.toString(serving.idleSeconds()));
        return new Backend(store, log, error -> Wording.of(error).wrong(), facts, settings);
    }

    private static int serve(
            ServeOptions serving, Backend backend, Optional<String> password, Saving saving) {
        Options options = serving.store();
        boolean debug = options.flags().contains(Flag.DEBUG);
        var limits = ServerLimits.DEFAULT.with(serving.maxClients(), Duration.ofSeconds(serving.idleSeconds()));
        Server server;
        String where = serving.address().getHostString() + ":" + serving.address().getPort();
        try {
            server = new Server(
                    serving.address(), backend, password.map(Password::new), limits, Exception::printStackTrace);
        } catch (IOException | UnresolvedAddressException e) {
            end(saving, debug);
            return failed(new Fault.CannotListen(where, e), options);
        }
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            await(ended);
        }));
        try {
            return serve(server, serving, saving);
        } finally {
            ended.countDown();
        }
    }

    private static int serve(Server server, ServeOptions serving, Saving saving) {
        int exitCode = ALL_DONE;
        try {
            print("☕ Serving at " + serving.address().getHostString() + ":" + server.address().getPort()
                    + "; Ctrl-C ends it");
            server.run();
        } catch (IOException e) {
            exitCode = failed(new Fault.DiskLost(e), serving.store());
        }
        exitCode = end(saving, serving.store().flags().contains(Flag.DEBUG)) ? exitCode : SOMETHING_FAILED;
        print("Goodbye! ☕");
        return exitCode;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            // the program ends in any case
        }
    }

    private static int withPassword(Options options, ToIntFunction<Optional<String>> action) {
        if (options.passwordFile().isEmpty()) {
            return action.applyAsInt(Optional.empty());
        }
        String name = options.passwordFile().get();
        try (Stream<String> lines = Files.lines(Path.of(name))) {
            String password = lines.findFirst().orElse("");
            return password.isEmpty()
                    ? failed(new Fault.NoPassword(name), options)
                    : action.applyAsInt(Optional.of(password));
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return failed(new Fault.PasswordFailed(name, e), options);
        }
    }

    private static int withStore(
            Options options, SyncPolicy sync, Disk disk, ToIntFunction<KeyValueStore> action) {
        var memory = new MiniKvStore(options.engine(), options.limits());
        if (options.data().isEmpty()) {
            return action.applyAsInt(memory);
        }
        String folder = options.data().get();
        boolean salvage = options.flags().contains(Flag.SALVAGE);
        Result<LoggedStore, LogProblem> opened;
        try (var _ = progress("opening the data folder")) {
            opened = LoggedStore.open(disk, folder, memory, sync, LoggedStore.SEGMENT_BYTES, salvage);
        }
        return switch (opened) {
            case Result.Success(LoggedStore store) -> {
                LogStats stats = store.stats();
                if (stats.opened().damaged()) {
                    failed(new Fault.Salvaged(folder, stats.opened().lost(), stats.entries()), options);
                }
                store.startBackground();
                yield action.applyAsInt(store);
            }
            case Result.Failure(LogProblem problem) -> failed(new Fault.LogFailed(problem), options);
        };
    }

    private static int failed(Fault fault, Options options) {
        report(fault, options.flags().contains(Flag.DEBUG));
        return SOMETHING_FAILED;
    }

    private static int run(KeyValueStore store, Disk disk, Options options) {
        boolean debug = options.flags().contains(Flag.DEBUG);
        var saving = new Saving(store, disk, Main::progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(saving, debug)));
        int exitCode = run(store, saving, options);
        return end(saving, debug) ? exitCode : SOMETHING_FAILED;
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

    private static int print(String text) {
        try {
            var out = writer(FileDescriptor.out); // not closed: a server has more to say
            out.write(text + "\n");
            out.flush();
            return ALL_DONE;
        } catch (IOException e) {
            report(new Fault.StreamFailed(e), false);
            return SOMETHING_FAILED;
        }
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
