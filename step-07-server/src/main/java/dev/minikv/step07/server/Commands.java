package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import dev.minikv.step07.wire.Reply;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The commands of the wire: what a request does to the store, and what is answered.
///
/// Each is a command of Redis, with the part of its meaning that this store has, and errors have the words of
/// Redis 7.0 where it has the error. Keys and values are text: a word that is not UTF-8 is refused.
final class Commands {

    /// A command.
    ///
    /// @param arity how many words it takes, itself among them; a negative number is the least
    private record Command(String name, int arity) {}

    private static final Map<String, Command> COMMANDS = Pattern.compile(", ")
            .splitAsStream("auth -2, client -2, command -1, config -2, dbsize 1, del -2, echo 2, exists -2, flushdb -1,"
                    + " get 2, getdel 2, getset 3, hello -1, info -1, keys 2, mget -2, mset -3, ping -1, quit -1,"
                    + " set -3")
            .map(each -> new Command(each.split(" ")[0], Integer.parseInt(each.split(" ")[1])))
            .flatMap(each -> Stream.of(entry(each.name, each), entry(each.name.toUpperCase(Locale.ROOT), each)))
            .collect(Collectors.toMap(Entry::getKey, Entry::getValue));

    private static final Set<String> WITHOUT_PASSWORD = Set.of("auth", "hello", "quit");
    private static final Reply SYNTAX_ERROR = new Reply.Error("ERR syntax error");
    private static final Pattern PATTERN =
            Pattern.compile("([^*?\\[\\\\]*+(?:\\\\.[^*?\\[\\\\]*+)*+)(\\*?)", Pattern.DOTALL);
    private static final int MAX_SHOWN_CHARS = 128; // of a command that is not known, and of its arguments

    private final Backend backend;
    private final KeyValueStore store;
    private long requests = 0;

    /// Creates the commands of a store.
    Commands(Backend backend) {
        this.backend = backend;
        this.store = backend.store();
    }

    /// Does what a request says.
    ///
    /// @param request the command and its arguments
    Reply execute(List<byte[]> request, Session session) {
        requests++;
        String typed = new String(request.getFirst(), UTF_8);
        Command command = COMMANDS.get(typed); // programs use the lower case, or the upper
        command = command == null ? COMMANDS.get(typed.toLowerCase(Locale.ROOT)) : command;
        if (command == null) {
            return unknown(request);
        }
        String name = command.name;
        if (command.arity > 0 ? request.size() != command.arity : request.size() < -command.arity) {
            return wrongNumber(name);
        }
        if (!session.isKnown && !WITHOUT_PASSWORD.contains(name)) {
            return new Reply.Error("NOAUTH Authentication required.");
        }
        if (request.size() == 2 && (name.equals("echo") || name.equals("ping"))) {
            return new Reply.Bytes(request.getLast()); // which may be no text: redis-cli --pipe sends random bytes
        }
        var arguments = new ArrayList<String>(request.size() - 1);
        for (byte[] word : request.subList(1, request.size())) {
            Optional<String> text = Utf8.decode(word, 0, word.length);
            if (text.isEmpty()) {
                return new Reply.Error("ERR keys and values are text, and this is not UTF-8");
            }
            arguments.add(text.get());
        }
        return execute(name, arguments, session);
    }

    private Reply execute(String name, List<String> arguments, Session session) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        int count = arguments.size();
        return switch (name) {
            case "get" -> answer(store.get(first), Commands::textOrNil);
            case "set" ->
                count == 2
                        ? answer(store.set(first, arguments.get(1)), _ -> Reply.OK)
                        : new Reply.Error("ERR SET takes a key and a value, and no option " + arguments.get(2));
            case "getset" -> answer(store.set(first, arguments.get(1)), Commands::textOrNil);
            case "getdel" -> answer(store.delete(first), Commands::textOrNil);
            case "del" -> count(arguments, key -> store.delete(key).map(Optional::isPresent));
            case "exists" -> count(arguments, store::contains);
            case "mget" ->
                new Reply.Items(arguments.stream()
                        .map(key -> answer(store.get(key), Commands::textOrNil))
                        .toList());
            case "mset" -> count % 2 == 0 ? answer(store.setAll(pairs(arguments)), _ -> Reply.OK) : wrongNumber(name);
            case "keys" -> keys(first);
            case "dbsize" -> answer(store.count(), keys -> new Reply.Number(keys));
            case "flushdb" ->
                count == 0 || count == 1 && first.toLowerCase(Locale.ROOT).matches("a?sync")
                        ? answer(store.clear(), _ -> Reply.OK)
                        : SYNTAX_ERROR;
            case "ping" -> count == 0 ? new Reply.Status("PONG") : wrongNumber(name);
            case "auth" -> count > 2 ? SYNTAX_ERROR : authenticate(arguments, session);
            case "hello" -> hello(arguments, session);
            case "quit" -> {
                session.isOver = true;
                yield Reply.OK;
            }
            case "info" -> answer(store.count(), this::info);
            case "client" -> client(first.toLowerCase(Locale.ROOT), arguments, session);
            case "config" ->
                first.equalsIgnoreCase("get") ? settings(arguments.subList(1, count)) : unknownSubcommand(name, first);
            default -> // command; after an error, redis-cli helps people with what it knows itself
                count == 0 ? new Reply.Items(List.of()) : unknownSubcommand(name, first);
        };
    }

    private <T> Reply answer(Result<T, StoreError> result, Function<T, Reply> reply) {
        return switch (result) {
            case Success(T value) -> reply.apply(value);
            case Failure(StoreError error) ->
                new Reply.Error("ERR " + backend.words().apply(error));
        };
    }

    private static Reply textOrNil(Optional<String> value) {
        return value.isPresent() ? new Reply.Text(value.get()) : Reply.NIL;
    }

    /// Returns for how many keys something is so. It stops at the first error.
    private Reply count(List<String> keys, Function<String, Result<Boolean, StoreError>> test) {
        int count = 0;
        for (String key : keys) {
            Reply each = answer(test.apply(key), isSo -> new Reply.Number(isSo ? 1 : 0));
            if (!(each instanceof Reply.Number(long one))) {
                return each;
            }
            count += (int) one;
        }
        return new Reply.Number(count);
    }

    private static List<Entry<String, String>> pairs(List<String> arguments) {
        var pairs = new ArrayList<Entry<String, String>>(arguments.size() / 2);
        for (int i = 0; i < arguments.size(); i += 2) {
            pairs.add(entry(arguments.get(i), arguments.get(i + 1)));
        }
        return pairs;
    }

    /// Returns the keys that a pattern means: a text, or the start of one and `*`, as in `user:*`. A backslash takes
    /// the special meaning from what follows it.
    private Reply keys(String pattern) {
        Matcher parts = PATTERN.matcher(pattern);
        if (!parts.matches()) {
            return new Reply.Error("ERR a pattern is the start of a key and a * here, as in user:*");
        }
        String start = parts.group(1).replaceAll("(?s)\\\\(.)", "$1");
        boolean isWhole = parts.group(2).isEmpty();
        return answer(
                store.keys(start),
                keys -> new Reply.Items(keys.stream()
                        .filter(key -> !isWhole || key.equals(start))
                        .<Reply>map(Reply.Text::new)
                        .toList()));
    }

    private Reply authenticate(List<String> arguments, Session session) {
        if (backend.password().isEmpty() && arguments.size() == 1) {
            return new Reply.Error("ERR AUTH <password> called without any password configured for the default user."
                    + " Are you sure your configuration is correct?");
        }
        byte[] given = arguments.getLast().getBytes(UTF_8);
        byte[] right = backend.password().map(text -> text.getBytes(UTF_8)).orElse(given);
        boolean isRight = MessageDigest.isEqual(given, right); // takes as long wherever they differ
        if (!isRight || arguments.size() == 2 && !arguments.getFirst().equals("default")) {
            return new Reply.Error("WRONGPASS invalid username-password pair or user is disabled.");
        }
        session.isKnown = true;
        return Reply.OK;
    }

    /// Chooses the version of RESP, and may give the password, as in `HELLO 3 AUTH default password`.
    private Reply hello(List<String> arguments, Session session) {
        String version = arguments.isEmpty() ? "" + session.version : arguments.getFirst();
        if (!version.matches("0|-?[1-9]\\d{0,17}")) {
            return new Reply.Error("ERR Protocol version is not an integer or out of range");
        }
        if (!version.matches("[23]")) {
            return new Reply.Error("NOPROTO unsupported protocol version");
        }
        if (arguments.size() > 3 && arguments.get(1).equalsIgnoreCase("auth")) {
            Reply reply = authenticate(arguments.subList(2, 4), session);
            if (reply != Reply.OK) {
                return reply;
            }
        } else if (arguments.size() > 1 && !arguments.get(1).equalsIgnoreCase("setname")) {
            return new Reply.Error("ERR Syntax error in HELLO option '" + arguments.get(1) + "'");
        }
        if (!session.isKnown) {
            return new Reply.Error("NOAUTH HELLO must be called with the client already authenticated, otherwise the"
                    + " HELLO AUTH <user> <pass> option can be used to authenticate the client and select the"
                    + " RESP protocol version at the same time");
        }
        session.version = Integer.parseInt(version);
        return new Reply.Pairs(List.of(
                entry("server", new Reply.Text("mini-kv-store")),
                entry("version", new Reply.Text("7.0.0")), // of the Redis whose commands these are
                entry("proto", new Reply.Number(session.version)),
                entry("id", new Reply.Number(session.id)),
                entry("mode", new Reply.Text("standalone")),
                entry("role", new Reply.Text("master")),
                entry("modules", new Reply.Items(List.of()))));
    }

    private static Reply client(String subcommand, List<String> arguments, Session session) {
        return switch (subcommand + " " + (arguments.size() - 1)) {
            case "id 0" -> new Reply.Number(session.id);
            case "setname 1", "setinfo 2" -> Reply.OK; // for a list of clients, which is not kept
            default ->
                Set.of("id", "setname", "setinfo").contains(subcommand)
                        ? wrongNumber("client|" + subcommand)
                        : unknownSubcommand("client", arguments.getFirst());
        };
    }

    private Reply settings(List<String> names) {
        return names.isEmpty()
                ? wrongNumber("config|get")
                : new Reply.Pairs(backend.facts().get().entrySet().stream()
                        .filter(fact -> names.contains(fact.getKey()))
                        .map(fact -> entry(fact.getKey(), (Reply) new Reply.Text("" + fact.getValue())))
                        .toList());
    }

    private Reply info(int keys) {
        var lines = new StringBuilder("# Server\r\nredis_version:7.0.0\r\n");
        new TreeMap<>(backend.facts().get()).forEach((name, value) -> lines.append(name + ":" + value + "\r\n"));
        lines.append("total_commands_processed:" + requests + "\r\n\r\n# Keyspace\r\n");
        return new Reply.Display(lines + (keys == 0 ? "" : "db0:keys=" + keys + ",expires=0,avg_ttl=0\r\n"));
    }

    private static Reply wrongNumber(String command) {
        return new Reply.Error("ERR wrong number of arguments for '" + command + "' command");
    }

    private static Reply unknownSubcommand(String command, String subcommand) {
        String help = command.toUpperCase(Locale.ROOT) + " HELP.";
        return new Reply.Error("ERR unknown subcommand '" + cut(subcommand, MAX_SHOWN_CHARS) + "'. Try " + help);
    }

    private static Reply unknown(List<byte[]> request) {
        var arguments = new StringBuilder();
        for (int i = 1; i < request.size() && arguments.length() < MAX_SHOWN_CHARS; i++) {
            String argument = cut(new String(request.get(i), UTF_8), MAX_SHOWN_CHARS - arguments.length());
            arguments.append("'").append(argument).append("' ");
        }
        return new Reply.Error("ERR unknown command '" + cut(new String(request.getFirst(), UTF_8), MAX_SHOWN_CHARS)
                + "', with args beginning with: " + arguments);
    }

    private static String cut(String text, int maxChars) {
        return text.substring(0, Math.min(text.length(), maxChars));
    }
}
