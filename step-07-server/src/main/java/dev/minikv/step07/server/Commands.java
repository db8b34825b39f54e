package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.store.KeyValueStore;
import dev.minikv.step07.store.Result;
import dev.minikv.step07.store.Result.Failure;
import dev.minikv.step07.store.Result.Success;
import dev.minikv.step07.store.StoreError;
import dev.minikv.step07.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The commands of the wire: what a request does to the store, and what is answered.
///
/// Each is a command of Redis, with the part of its meaning that this store has, and errors have the words of
/// Redis 7.0 where it has the error. Keys and values are text: a word that is not UTF-8 is refused.
final class Commands {

    private static final Set<String> NOT_SUPPORTED =
            Set.of("EX", "PX", "EXAT", "PXAT", "NX", "XX", "GET", "KEEPTTL"); // options of SET
    private static final Set<String> IS_SYNC = Set.of("sync", "async"); // to clear takes no time, so both are the same
    private static final Reply SYNTAX_ERROR = new Reply.Error("ERR syntax error");
    private static final int MAX_PATTERN_BYTES = 1 << 12;
    private static final int MAX_SHOWN_BYTES = 128; // of a command that is not known, and of its arguments

    private final Backend backend;
    private final KeyValueStore store;
    private final Optional<Password> password;
    private final Figures figures;

    /// Creates the commands of a store.
    ///
    /// @param password what clients have to give, if they have to
    Commands(Backend backend, Optional<Password> password, Figures figures) {
        this.backend = backend;
        this.store = backend.store();
        this.password = password;
        this.figures = figures;
    }

    /// Does what a request says.
    Reply execute(List<byte[]> request, Session session) {
        figures.answer();
        Optional<Verb> verb = Verb.of(request.getFirst());
        if (verb.isEmpty()) {
            return unknown(request);
        }
        if (!verb.get().takes(request.size())) {
            return wrongNumber(verb.get().word());
        }
        if (!session.isKnown() && verb.get() != Verb.AUTH && verb.get() != Verb.HELLO && verb.get() != Verb.QUIT) {
            return new Reply.Error("NOAUTH Authentication required.");
        }
        if ((verb.get() == Verb.ECHO || verb.get() == Verb.PING) && request.size() == 2) {
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
        return execute(verb.get(), arguments, session);
    }

    private Reply execute(Verb verb, List<String> arguments, Session session) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (verb) {
            case GET -> answer(store.get(first), Commands::textOrNil);
            case SET ->
                arguments.size() == 2
                        ? answer(store.set(first, arguments.get(1)), _ -> Reply.OK)
                        : refusedOption(arguments.get(2));
            case GETSET -> answer(store.set(first, arguments.get(1)), Commands::textOrNil);
            case GETDEL -> answer(store.delete(first), Commands::textOrNil);
            case DEL -> count(arguments, key -> store.delete(key).map(Optional::isPresent));
            case EXISTS -> count(arguments, store::contains);
            case MGET -> getAll(arguments);
            case MSET -> answer(store.setAll(pairs(arguments)), _ -> Reply.OK);
            case KEYS -> keys(first);
            case DBSIZE -> answer(store.count(), count -> new Reply.Number(count));
            case FLUSHDB ->
                arguments.isEmpty() || arguments.size() == 1 && IS_SYNC.contains(first.toLowerCase(Locale.ROOT))
                        ? answer(store.clear(), _ -> Reply.OK)
                        : SYNTAX_ERROR;
            case PING, ECHO -> new Reply.Status("PONG"); // a word was returned already
            case AUTH -> authenticate(arguments, session);
            case HELLO -> hello(arguments, session);
            case QUIT -> {
                session.end();
                yield Reply.OK;
            }
            case INFO ->
                answer(
                        store.count(),
                        keys -> new Reply.Display(info(
                                arguments, figures.lines(keys, backend.facts().get()))));
            case CLIENT -> client(first.toLowerCase(Locale.ROOT), arguments, session);
            case CONFIG ->
                first.equalsIgnoreCase("get")
                        ? settings(arguments.subList(1, arguments.size()))
                        : unknownSubcommand(verb, first);
            case COMMAND -> command(first, arguments.size());
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
            switch (test.apply(key)) {
                case Success(Boolean isSo) -> count += isSo ? 1 : 0;
                case Failure(StoreError error) -> {
                    return new Reply.Error("ERR " + backend.words().apply(error));
                }
            }
        }
        return new Reply.Number(count);
    }

    private Reply getAll(List<String> keys) {
        var values = new ArrayList<Reply>(keys.size());
        for (String key : keys) {
            values.add(answer(store.get(key), Commands::textOrNil));
        }
        return new Reply.Items(values);
    }

    private static List<Entry<String, String>> pairs(List<String> arguments) {
        var pairs = new ArrayList<Entry<String, String>>(arguments.size() / 2);
        for (int i = 0; i < arguments.size(); i += 2) {
            pairs.add(Map.entry(arguments.get(i), arguments.get(i + 1)));
        }
        return pairs;
    }

    private Reply keys(String pattern) {
        byte[] bytes = pattern.getBytes(UTF_8);
        if (bytes.length > MAX_PATTERN_BYTES) {
            return new Reply.Error("ERR the pattern is longer than " + MAX_PATTERN_BYTES + " bytes");
        }
        var glob = new Glob(bytes);
        String prefix = new String(bytes, 0, glob.prefixLength(), UTF_8);
        return answer(
                store.keys(prefix),
                keys -> new Reply.Items(keys.stream()
                        .filter(key -> pattern.equals("*") || glob.matches(key.getBytes(UTF_8)))
                        .<Reply>map(Reply.Text::new)
                        .toList()));
    }

    private Reply authenticate(List<String> arguments, Session session) {
        if (arguments.size() > 2) {
            return SYNTAX_ERROR;
        }
        if (password.isEmpty() && arguments.size() == 1) {
            return new Reply.Error("ERR AUTH <password> called without any password configured for the default user."
                    + " Are you sure your configuration is correct?");
        }
        boolean isRight = password.isEmpty() || password.get().matches(arguments.getLast());
        if (!isRight || arguments.size() == 2 && !arguments.getFirst().equals("default")) {
            return new Reply.Error("WRONGPASS invalid username-password pair or user is disabled.");
        }
        session.becomeKnown();
        return Reply.OK;
    }

    /// Chooses the version of RESP, after the options that may follow it: `AUTH user password`, `SETNAME name`.
    private Reply hello(List<String> arguments, Session session) {
        int version = session.version();
        if (!arguments.isEmpty()) {
            String wanted = arguments.getFirst();
            if (!wanted.matches("0|-?[1-9]\\d{0,8}")) {
                return new Reply.Error("ERR Protocol version is not an integer or out of range");
            }
            version = Integer.parseInt(wanted);
            if (version < 2 || version > 3) {
                return new Reply.Error("NOPROTO unsupported protocol version");
            }
        }
        int at = 1;
        while (at < arguments.size()) {
            String option = arguments.get(at).toUpperCase(Locale.ROOT);
            int left = arguments.size() - at - 1;
            Reply reply;
            if (option.equals("AUTH") && left >= 2) {
                reply = authenticate(arguments.subList(at + 1, at + 3), session);
                at += 3;
            } else if (option.equals("SETNAME") && left >= 1) {
                reply = rename(arguments.get(at + 1), session);
                at += 2;
            } else {
                return new Reply.Error("ERR Syntax error in HELLO option '" + arguments.get(at) + "'");
            }
            if (reply instanceof Reply.Error) {
                return reply;
            }
        }
        if (!session.isKnown()) {
            return new Reply.Error("NOAUTH HELLO must be called with the client already authenticated, otherwise the"
                    + " HELLO AUTH <user> <pass> option can be used to authenticate the client and select the"
                    + " RESP protocol version at the same time");
        }
        session.useVersion(version);
        return new Reply.Pairs(List.of(
                Map.entry("server", new Reply.Text("mini-kv-store")),
                Map.entry("version", new Reply.Text("7.0.0")), // of the Redis whose commands these are
                Map.entry("proto", new Reply.Number(version)),
                Map.entry("id", new Reply.Number(session.id())),
                Map.entry("mode", new Reply.Text("standalone")),
                Map.entry("role", new Reply.Text("master")),
                Map.entry("modules", new Reply.Items(List.of()))));
    }

    /// Says how many commands there are, and nothing about them: redis-cli then helps people with what it knows itself.
    private static Reply command(String subcommand, int words) {
        if (words == 0) {
            return new Reply.Items(List.of());
        }
        if (!subcommand.equalsIgnoreCase("count")) {
            return unknownSubcommand(Verb.COMMAND, subcommand);
        }
        return words == 1 ? new Reply.Number(Verb.values().length) : wrongNumber("command|count");
    }

    private Reply client(String subcommand, List<String> arguments, Session session) {
        int left = arguments.size() - 1;
        return switch (subcommand) {
            case "id" -> left == 0 ? new Reply.Number(session.id()) : wrongNumber("client|id");
            case "getname" -> {
                Reply name = session.name().isEmpty() ? Reply.NIL : new Reply.Text(session.name());
                yield left == 0 ? name : wrongNumber("client|getname");
            }
            case "setname" -> left == 1 ? rename(arguments.get(1), session) : wrongNumber("client|setname");
            case "setinfo" -> left == 2 ? Reply.OK : wrongNumber("client|setinfo"); // as in Redis 7.2
            default -> unknownSubcommand(Verb.CLIENT, arguments.getFirst());
        };
    }

    private static Reply rename(String name, Session session) {
        if (!name.chars().allMatch(it -> it > ' ' && it <= '~')) {
            return new Reply.Error("ERR Client names cannot contain spaces, newlines or special characters.");
        }
        session.rename(name);
        return Reply.OK;
    }

    private Reply settings(List<String> patterns) {
        if (patterns.isEmpty()) {
            return wrongNumber("config|get");
        }
        var found = new ArrayList<Entry<String, Reply>>();
        for (String name : new TreeSet<>(backend.settings().keySet())) {
            byte[] bytes = name.getBytes(UTF_8);
            if (patterns.stream().anyMatch(each -> new Glob(each.getBytes(UTF_8)).matches(bytes))) {
                found.add(Map.entry(name, new Reply.Text(backend.settings().get(name))));
            }
        }
        return new Reply.Pairs(found);
    }

    /// Returns the sections that were asked for, or all of them.
    private static String info(List<String> sections, String lines) {
        var text = new StringBuilder();
        for (String section : lines.split("(?=# )")) {
            String name = section.substring(2, section.indexOf('\n'));
            if (sections.isEmpty() || sections.stream().anyMatch(each -> each.equalsIgnoreCase(name) || isAll(each))) {
                text.append(section);
            }
        }
        return text.toString().replace("\n", "\r\n");
    }

    private static boolean isAll(String section) {
        return Set.of("all", "default", "everything").contains(section.toLowerCase(Locale.ROOT));
    }

    private static Reply wrongNumber(String command) {
        return new Reply.Error("ERR wrong number of arguments for '" + command + "' command");
    }

    private static Reply refusedOption(String option) {
        return NOT_SUPPORTED.contains(option.toUpperCase(Locale.ROOT))
                ? new Reply.Error("ERR SET takes a key and a value here, and no option " + option)
                : SYNTAX_ERROR;
    }

    private static Reply unknownSubcommand(Verb verb, String subcommand) {
        return new Reply.Error("ERR unknown subcommand '" + shown(subcommand.getBytes(UTF_8), MAX_SHOWN_BYTES)
                + "'. Try " + verb + " HELP.");
    }

    private static Reply unknown(List<byte[]> request) {
        var arguments = new StringBuilder();
        for (byte[] argument : request.subList(1, request.size())) {
            if (arguments.length() >= MAX_SHOWN_BYTES) {
                break;
            }
            String word = shown(argument, MAX_SHOWN_BYTES - arguments.length());
            arguments.append("'").append(word).append("' ");
        }
        return new Reply.Error("ERR unknown command '" + shown(request.getFirst(), MAX_SHOWN_BYTES)
                + "', with args beginning with: " + arguments);
    }

    private static String shown(byte[] word, int maxBytes) {
        return new String(word, 0, Math.min(word.length, maxBytes), UTF_8);
    }
}
