package dev.minikv.step07.repl;

import dev.minikv.step07.log.SyncPolicy;
import dev.minikv.step07.store.EngineKind;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The options that the program was started with.
///
/// @param engine the engine that holds the entries
/// @param limits the limits of the store
/// @param flags the options without a value that were given
/// @param script the file to run, `-` for standard input; empty if none was given
/// @param data the folder that the store is kept in; empty if it is in memory only
/// @param sync when that folder is forced to the disk
/// @param connect the server that keeps the store; empty if it is kept here
/// @param listen where a server listens
/// @param passwordFile the file whose first line a server's clients give; empty if they need not
public record Options(
        EngineKind engine,
        Limits limits,
        Set<Flag> flags,
        Optional<String> script,
        Optional<String> data,
        SyncPolicy sync,
        Optional<InetSocketAddress> connect,
        InetSocketAddress listen,
        Optional<String> passwordFile) {

    private static final int PORT = 7171;
    private static final int MAX_PORT = 65_535;

    /// An option without a value.
    public enum Flag {
        /// Stop a script at its first error.
        BAIL("--bail"),

        /// Print the stack trace of a fault's cause.
        DEBUG("--debug"),

        /// Explain the options, and do nothing else.
        HELP("--help", "-h"),

        /// Go on with what is left of a damaged folder.
        SALVAGE("--salvage"),

        /// Be a server. The launcher's command `serve` gives this option.
        SERVE("--serve"),

        /// Keep folder and files on a simulated disk, which can lose power.
        SIMULATED_DISK("--disk=simulated");

        private final List<String> words;

        Flag(String... words) {
            this.words = List.of(words);
        }

        private static Optional<Flag> of(String argument) {
            return Stream.of(values())
                    .filter(flag -> flag.words.contains(argument))
                    .findFirst();
        }
    }

    private static final List<String> NAMES = List.of(
            ("--engine --bail --max-entries --debug --help --data --sync --salvage --disk=simulated --connect --port"
                            + " --host --password-file")
                    .split(" "));

    /// What makes no difference to a server, to a store at the other end of a connection, and to a store here.
    private static final Map<String, Set<String>> USELESS = Map.of(
            "serve", Set.of("--connect", "--disk", "--bail"),
            "--connect", Set.of("--data --sync --salvage --disk --engine --max-entries --port --host".split(" ")),
            "repl", Set.of("--port", "--host", "--password-file"));

    /// Returns the help text: the options and what they do.
    public static String usage() {
        var engines = new StringBuilder();
        for (EngineKind kind : EngineKind.values()) {
            engines.append("\n  %-19s%s".formatted(kind.word(), kind.description()));
        }
        return """
                Runs commands from a terminal, a pipe or a file. As a server, it answers clients that speak the
                protocol of Redis, such as redis-cli.

                  FILE               the script to run; - is standard input
                  --data=FOLDER      keep the store in this folder: a change is there before it is answered
                  --sync=POLICY      when changes are forced to the disk: always (before each answer, the
                                     default), second (once a second) or never (as the system likes)
                  --salvage          go on with what is left of a damaged folder, and keep a copy of each
                                     damaged file
                  --disk=simulated   keep folder and files on a disk in memory, which can lose power
                  --engine=NAME      the engine that holds the entries, one of those below
                  --connect=HOST:PORT  use the store of this server
                  --port=N           where a server listens (default: %s; 0 is any port that is free)
                  --host=ADDRESS     the address that a server listens at (default: this machine only)
                  --password-file=FILE  a server's clients have to give the first line of this file
                  --bail             stop a script at its first error instead of going on (the exit code
                                     is 1 either way)
                  --max-entries=N    the maximum number of keys (default: %s)
                  --debug            print the stack trace of a fault
                  -h, --help         show this help

                Engines (the first is the default):%s\
                """.formatted(PORT, Limits.DEFAULT.maxEntries(), engines);
    }

    /// Returns the options that the arguments set, or the first fault in them.
    public static Result<Options, Fault> parse(List<String> arguments) {
        EngineKind engine = EngineKind.HASH;
        Limits limits = Limits.DEFAULT;
        var flags = EnumSet.noneOf(Flag.class);
        Optional<String> script = Optional.empty();
        Optional<String> data = Optional.empty();
        Optional<SyncPolicy> sync = Optional.empty();
        Optional<InetSocketAddress> connect = Optional.empty();
        String host = "127.0.0.1";
        int port = PORT;
        Optional<String> passwordFile = Optional.empty();
        var given = new ArrayList<String>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            String[] parts = argument.split("=", 2);
            given.add(parts[0]);
            switch (parts[0]) {
                case "--engine" -> {
                    String word = value(parts, rest);
                    Optional<EngineKind> kind = EngineKind.of(word);
                    if (kind.isEmpty()) {
                        return new Failure<>(new Fault.UnknownEngine(word, Suggestion.of(word, EngineKind.words())));
                    }
                    engine = kind.get();
                }
                case "--data" -> {
                    data = Optional.of(value(parts, rest));
                    if (data.get().isEmpty()) {
                        return new Failure<>(new Fault.NoFolderName());
                    }
                }
                case "--connect" -> {
                    String value = value(parts, rest);
                    connect = address(value);
                    if (connect.isEmpty()) {
                        return new Failure<>(new Fault.BadAddress(value));
                    }
                }
                case "--port" -> {
                    String value = value(parts, rest);
                    port = number(value).orElse(-1);
                    if (port < 0 || port > MAX_PORT) {
                        return new Failure<>(new Fault.NumberOutOfRange(parts[0], value, 0, MAX_PORT));
                    }
                }
                case "--host" -> host = value(parts, rest);
                case "--password-file" -> passwordFile = Optional.of(value(parts, rest));
                case "--file" -> { // as in step 05
                    return new Failure<>(new Fault.UnknownOption(argument, Optional.of("--data")));
                }
                case "--sync" -> {
                    String word = value(parts, rest);
                    sync = SyncPolicy.of(word);
                    if (sync.isEmpty()) {
                        return new Failure<>(new Fault.UnknownPolicy(word));
                    }
                }
                case "--max-entries" -> {
                    String value = value(parts, rest);
                    OptionalInt maxEntries = number(value);
                    if (maxEntries.isEmpty() || maxEntries.getAsInt() < 1) {
                        return new Failure<>(new Fault.NumberOutOfRange(parts[0], value, 1, Integer.MAX_VALUE));
                    }
                    limits = new Limits(limits.maxKeyChars(), limits.maxValueChars(), maxEntries.getAsInt());
                }
                default -> {
                    Optional<Flag> flag = Flag.of(argument);
                    if (flag.isPresent()) {
                        flags.add(flag.get());
                    } else if (!isFile(argument)) {
                        return new Failure<>(new Fault.UnknownOption(argument, Suggestion.of(parts[0], NAMES)));
                    } else if (script.isPresent()) {
                        return new Failure<>(new Fault.SecondScript(argument));
                    } else {
                        script = Optional.of(argument);
                    }
                }
            }
        }
        String mode = flags.contains(Flag.SERVE) ? "serve" : connect.isPresent() ? "--connect" : "repl";
        Optional<String> other = given.stream()
                .filter(each -> USELESS.get(mode).contains(each) || mode.equals("serve") && isFile(each))
                .findFirst();
        if (other.isPresent()) {
            return new Failure<>(new Fault.NotTogether(mode, other.get()));
        }
        if (data.isEmpty() && (sync.isPresent() || flags.contains(Flag.SALVAGE))) {
            return new Failure<>(new Fault.NeedsFolder(sync.isPresent() ? "--sync" : "--salvage"));
        }
        var listen = new InetSocketAddress(host, port);
        boolean isForOthers = listen.isUnresolved() || !listen.getAddress().isLoopbackAddress();
        if (mode.equals("serve") && isForOthers && passwordFile.isEmpty()) {
            return new Failure<>(new Fault.NeedsPassword(host));
        }
        return new Success<>(new Options(
                engine, limits, flags, script, data, sync.orElse(SyncPolicy.ALWAYS), connect, listen, passwordFile));
    }

    /// Returns the address in a text such as `localhost:7171`.
    private static Optional<InetSocketAddress> address(String text) {
        Matcher matcher = Pattern.compile("(.+):(\\d{1,5})").matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(2)) <= MAX_PORT
                ? Optional.of(InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private static boolean isFile(String argument) {
        return argument.equals("-") || !argument.isEmpty() && !argument.startsWith("-");
    }

    /// Returns the value of an option, from the same argument or the next; empty if there is none.
    private static String value(String[] parts, Queue<String> rest) {
        return parts.length == 2 ? parts[1] : Objects.requireNonNullElse(rest.poll(), "");
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
