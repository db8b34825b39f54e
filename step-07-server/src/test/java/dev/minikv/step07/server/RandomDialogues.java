package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Random requests, the same each time: commands right and wrong, patterns for keys, and lines with quotes.
final class RandomDialogues {

    private static final int COMMANDS = 250;
    private static final int PATTERNS = 40;
    private static final int LINES = 400;
    private static final int REQUESTS = 20; // of each dialogue

    private static final List<String> KEYS =
            List.of("", "a", "b", "ab", "A", "a*", "[a]", "größe", "\r\n", "x y", "\0", "key:1", "key:2", "$1");
    private static final List<String> VALUES =
            List.of("", "1", "2", "-1", "two  words", "\r\n$-1\r\n", "\0\1", "大🦀", "x".repeat(300), "OK", "\"");
    private static final List<String> VERBS = List.of(
            ("GET GETSET GETDEL DEL EXISTS MGET MSET KEYS DBSIZE FLUSHDB PING ECHO HELLO INFO QUIT nonsense sett")
                    .split(" "));

    private final Random random = new Random(7);

    private RandomDialogues() {}

    static List<Dialogue> all() {
        var dialogues = new RandomDialogues();
        return Stream.of(
                        Stream.generate(dialogues::commands).limit(COMMANDS),
                        Stream.generate(dialogues::patterns).limit(PATTERNS),
                        Stream.generate(dialogues::lines).limit(LINES))
                .flatMap(it -> it)
                .toList();
    }

    private Dialogue commands() {
        var requests = new ArrayList<String>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(written(request()));
        }
        return new Dialogue(String.join(" | ", requests));
    }

    private List<String> request() {
        String key = one(KEYS);
        return switch (random.nextInt(23)) {
            case 0, 1, 2, 3 -> List.of(cased("SET"), key, one(VALUES));
            case 4, 5, 6 -> List.of(cased("GET"), key);
            case 7, 8 -> List.of(cased("GETSET"), key, one(VALUES));
            case 9, 10 -> List.of(cased("GETDEL"), key);
            case 11 -> several("DEL", KEYS, 1);
            case 12 -> several("EXISTS", KEYS, 1);
            case 13, 14 -> several("MGET", KEYS, 1);
            case 15, 16 -> several("MSET", KEYS, 2); // values are from the same list
            case 17 -> List.of(cased("KEYS"), pattern());
            case 18 -> List.of(cased("DBSIZE"));
            case 19 -> List.of(cased("ECHO"), one(VALUES));
            case 20 -> List.of("HELLO", random.nextBoolean() ? "2" : "3");
            case 21 -> List.of("client", "setname", one(List.of("", "me", "~")));
            default -> {
                var words = new ArrayList<>(List.of(cased(one(VERBS))));
                for (int i = random.nextInt(5); i > 0; i--) {
                    words.add(one(KEYS).replace('\0', '0')); // see the difference about NUL
                }
                yield words;
            }
        };
    }

    private List<String> several(String verb, List<String> words, int step) {
        var request = new ArrayList<>(List.of(cased(verb)));
        for (int i = step * (1 + random.nextInt(4)); i > 0; i--) {
            request.add(one(words));
        }
        return request;
    }

    private Dialogue patterns() {
        var keys = new ArrayList<>(List.of("MSET"));
        for (int i = 0; i < REQUESTS; i++) {
            keys.addAll(List.of(some("aabc-]^[\\*?", 5), "1"));
        }
        var requests = new ArrayList<>(List.of(written(keys)));
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(written(List.of("KEYS", pattern())));
        }
        return new Dialogue(String.join(" | ", requests));
    }

    private String pattern() {
        return some("aabc-]^\\", 4).replaceFirst("\\\\+$", "")
                + one(List.of("", "*")); // see the difference about patterns
    }

    private Dialogue lines() {
        return new Dialogue("raw:echo " + escaped(line()) + "\\r\\nping\\r\\n");
    }

    /// Returns words, some of them in quotes, with what both understand: see the difference about what is typed.
    private String line() {
        var line = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            line.append(one(List.of(" ", "\t", "  ")))
                    .append(
                            switch (random.nextInt(4)) {
                                case 0 -> '"' + some("ab '\t", 5) + '"';
                                case 1 -> "'" + some("ab \"\t", 5) + "'";
                                case 2 -> '"' + some("ab ", 3) + one(List.of("\\n", "\\t", "\\\"", "\\\\")) + '"';
                                default -> some("abxn41", 5);
                            });
        }
        return line + one(List.of("", "", "", " ", " \"ab", " 'a b", " \"a\"b", " 'a'b", " \"a\\\""));
    }

    private String some(String chars, int max) {
        var text = new StringBuilder();
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            text.append(chars.charAt(random.nextInt(chars.length())));
        }
        return text.toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String cased(String verb) {
        return random.nextBoolean() ? verb : verb.toLowerCase(Locale.ROOT);
    }

    private static String written(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> word.isEmpty() ? "\"\"" : escaped(word))
                        .toList());
    }

    private static String escaped(String text) {
        return Dialogue.escaped(new String(text.getBytes(UTF_8), ISO_8859_1)).replace(" ", "\\s");
    }
}
