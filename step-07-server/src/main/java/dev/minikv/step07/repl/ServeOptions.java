package dev.minikv.step07.repl;

import dev.minikv.step07.repl.Options.Flag;
import dev.minikv.step07.store.Limits;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The options that a server was started with.
///
/// @param address where it listens
/// @param maxClients how many clients may be connected
/// @param idleSeconds how long a client may have nothing to say
/// @param store those that are about the store, as for the REPL
public record ServeOptions(InetSocketAddress address, int maxClients, int idleSeconds, Options store) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_CLIENTS = 10_000;
    private static final int IDLE_SECONDS = 3_600;
    private static final List<String> NAMES = List.of(
            ("--port --host --password-file --max-clients --idle --data --sync --salvage --engine --max-entries --debug"
                            + " --help")
                    .split(" "));

    /// Returns the help text: the options and what they do.
    public static String usage() {
        return """
                Serves a store to clients that speak the protocol of Redis, such as redis-cli -p %d

                  --port=N              the port to listen at (default: %1$d); 0 is any that is free
                  --host=ADDRESS        where to listen (default: %s, for this machine only)
                  --password-file=FILE  clients have to give the first line of this file as the password;
                                        needed for a --host that other machines reach
                  --max-clients=N       how many clients may be connected (default: %d)
                  --idle=SECONDS        how long a client may have nothing to say (default: %d)
                  --data=FOLDER         keep the store in this folder: a change is there before it is answered
                  --sync=POLICY         when changes are forced to the disk: always (before each answer, the
                                        default), second (once a second) or never (as the system likes)
                  --salvage             go on with what is left of a damaged folder, and keep a copy of each
                                        damaged file
                  --engine=NAME         the engine that holds the entries, as for repl
                  --max-entries=N       the maximum number of keys (default: %d)
                  --debug               print the stack trace of a fault
                  -h, --help            show this help\
                """.formatted(Options.PORT, LOOPBACK, MAX_CLIENTS, IDLE_SECONDS, Limits.DEFAULT.maxEntries());
    }

    /// Returns the options that the arguments set, or the first fault in them.
    public static Result<ServeOptions, Fault> parse(List<String> arguments) {
        String host = LOOPBACK;
        int port = Options.PORT;
        int maxClients = MAX_CLIENTS;
        int idleSeconds = IDLE_SECONDS;
        var others = new ArrayList<String>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.remove();
            String[] parts = argument.split("=", 2);
            switch (parts[0]) {
                case "--host" -> host = Options.value(parts, rest);
                case "--port", "--max-clients", "--idle" -> {
                    String value = Options.value(parts, rest);
                    boolean isPort = parts[0].equals("--port");
                    int min = isPort ? 0 : 1;
                    int max = isPort ? Options.MAX_PORT : Integer.MAX_VALUE;
                    OptionalInt number = Options.number(value);
                    if (number.isEmpty() || number.getAsInt() < min || number.getAsInt() > max) {
                        return new Failure<>(new Fault.NumberOutOfRange(parts[0], value, min, max));
                    }
                    switch (parts[0]) {
                        case "--port" -> port = number.getAsInt();
                        case "--max-clients" -> maxClients = number.getAsInt();
                        default -> idleSeconds = number.getAsInt();
                    }
                }
                case "--connect", "--bail", "--disk" -> {
                    return new Failure<>(new Fault.UnknownOption(argument, Optional.empty()));
                }
                default -> others.add(argument);
            }
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        int clients = maxClients;
        int seconds = idleSeconds;
        return switch (Options.parse(others)) {
            case Success(Options store) -> checked(new ServeOptions(address, clients, seconds, store));
            case Failure(Fault.UnknownOption(String option, var _)) ->
                new Failure<>(new Fault.UnknownOption(option, Suggestion.of(option.split("=", 2)[0], NAMES)));
            case Failure(Fault fault) -> new Failure<>(fault);
        };
    }

    private static Result<ServeOptions, Fault> checked(ServeOptions options) {
        if (options.store.script().isPresent()) {
            return new Failure<>(new Fault.NoScript(options.store.script().get()));
        }
        InetAddress host = options.address.getAddress();
        boolean isOpen = host == null || !host.isLoopbackAddress();
        if (isOpen && options.store.passwordFile().isEmpty() && !options.store.flags().contains(Flag.HELP)) {
            return new Failure<>(new Fault.NeedsPassword(options.address.getHostString()));
        }
        return new Success<>(options);
    }
}
