package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The first word of a request, which says what to do.
enum Verb {
    AUTH(2, Verb.ANY),
    CLIENT(2, Verb.ANY),
    COMMAND(1, Verb.ANY),
    CONFIG(2, Verb.ANY),
    DBSIZE(1, 1),
    DEL(2, Verb.ANY),
    ECHO(2, 2),
    EXISTS(2, Verb.ANY),
    FLUSHDB(1, Verb.ANY),
    GET(2, 2),
    GETDEL(2, 2),
    GETSET(3, 3),
    HELLO(1, Verb.ANY),
    INFO(1, Verb.ANY),
    KEYS(2, 2),
    MGET(2, Verb.ANY),
    MSET(3, Verb.ANY),
    PING(1, 2),
    QUIT(1, Verb.ANY),
    SET(3, Verb.ANY);

    private static final int ANY = Integer.MAX_VALUE;
    private static final int MAX_CHARS = 16;
    private static final Map<String, Verb> BY_WORD = new HashMap<>();

    static {
        for (Verb verb : values()) {
            BY_WORD.put(verb.name(), verb);
        }
    }

    private final int minWords;
    private final int maxWords;

    Verb(int minWords, int maxWords) {
        this.minWords = minWords;
        this.maxWords = maxWords;
    }

    /// Returns the verb that a word means, in upper or lower case.
    static Optional<Verb> of(byte[] word) {
        return word.length > MAX_CHARS
                ? Optional.empty()
                : Optional.ofNullable(BY_WORD.get(new String(word, ISO_8859_1).toUpperCase(Locale.ROOT)));
    }

    /// Returns its name in errors.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns whether a request may have so many words, itself among them.
    boolean takes(int words) {
        return minWords <= words && words <= maxWords && (this != MSET || words % 2 == 1);
    }
}
