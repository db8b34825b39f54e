package dev.minikv.step07.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Requests that a client sends one after another, written as a line such as `set a 1 | get a`.
///
/// A bar between spaces separates requests, a space separates words, and `""` is an empty word. What follows
/// `raw:` is sent as it is; anything else is sent as RESP. `\r`, `\n`, `\t`, `\s` (a space), `\\` and `\xHH` are
/// escapes, and `\*100a` is a hundred times `a`. A char is a byte.
///
/// @param line the requests as they are written
record Dialogue(String line) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x(..)|\\*(\\d+)(.)|(.))");

    private List<String> requests() {
        return List.of(line.split(" \\| "));
    }

    /// Returns the bytes that are sent.
    String bytes() {
        return requests().stream()
                .map(it -> it.startsWith("raw:") ? unescaped(it.substring(4)) : resp(words(it)))
                .collect(Collectors.joining());
    }

    private static List<String> words(String request) {
        return Stream.of(request.split(" "))
                .map(word -> word.equals("\"\"") ? "" : unescaped(word))
                .toList();
    }

    /// Returns a request as RESP.
    static String resp(List<String> words) {
        return "*" + words.size() + "\r\n"
                + words.stream()
                        .map(word -> "$" + word.length() + "\r\n" + word + "\r\n")
                        .collect(Collectors.joining());
    }

    /// Returns bytes as text in which each of them can be seen.
    static String escaped(String bytes) {
        var text = new StringBuilder();
        for (char it : bytes.toCharArray()) {
            switch (it) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\\' -> text.append("\\\\");
                default -> text.append(it < ' ' || it > '~' ? "\\x%02x".formatted((int) it) : it);
            }
        }
        return text.toString();
    }

    private static String unescaped(String text) {
        // A char that is not ASCII stands for its bytes.
        String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
        return ESCAPE.matcher(bytes).replaceAll(found -> {
            String it;
            if (found.group(1) != null) {
                it = Character.toString(Integer.parseInt(found.group(1), 16));
            } else if (found.group(2) != null) {
                it = found.group(3).repeat(Integer.parseInt(found.group(2)));
            } else {
                it = switch (found.group(4)) {
                    case "r" -> "\r";
                    case "n" -> "\n";
                    case "t" -> "\t";
                    case "s" -> " ";
                    default -> found.group(4);
                };
            }
            return Matcher.quoteReplacement(it);
        });
    }

    /// Returns the answers without what may differ between two servers: the order of keys, ids, the text of `INFO`,
    /// and what `HELLO` says of the server's name and version.
    String comparable(String answers) {
        List<String> requests =
                requests().stream().takeWhile(it -> !it.startsWith("raw:")).toList();
        var result = new StringBuilder();
        List<String> replies = new Replies(answers).all();
        for (int i = 0; i < replies.size(); i++) {
            result.append(i < requests.size() ? comparable(words(requests.get(i)), replies.get(i)) : replies.get(i));
        }
        return result.toString();
    }

    private static String comparable(List<String> words, String reply) {
        char type = reply.charAt(0);
        if (type == '-') {
            return reply;
        }
        return switch (String.join(" ", words)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(?s)^(keys|hello|info)\\b.*", "$1")) {
            case "keys" -> sorted(reply);
            case "client id" -> type + "...\r\n";
            case "info" -> type + "...\r\n";
            case "hello" ->
                reply.replaceAll("(\\$6\\r\\nserver|\\$7\\r\\nversion)\\r\\n\\$\\d+\\r\\n[^\\r]*", "$1\r\n...")
                        .replaceAll("(\\$2\\r\\nid\\r\\n:)\\d+", "$1...");
            default -> reply;
        };
    }

    private static String sorted(String array) {
        int end = array.indexOf("\r\n") + 2;
        return array.substring(0, end)
                + new Replies(array.substring(end))
                        .all().stream().sorted(Comparator.naturalOrder()).collect(Collectors.joining());
    }

    /// Cuts bytes into replies. What is not complete is the last of them.
    private static final class Replies {

        private final String bytes;
        private int at = 0;

        Replies(String bytes) {
            this.bytes = bytes;
        }

        List<String> all() {
            var replies = new ArrayList<String>();
            while (at < bytes.length()) {
                int start = at;
                skip();
                replies.add(bytes.substring(start, at));
            }
            return replies;
        }

        private void skip() {
            if (at >= bytes.length()) {
                return;
            }
            char type = bytes.charAt(at);
            int end = bytes.indexOf("\r\n", at);
            if (end < 0) {
                at = bytes.length();
                return;
            }
            String head = bytes.substring(at + 1, end);
            at = end + 2;
            switch (type) {
                case '$', '=' ->
                    at = Math.min(bytes.length(), head.equals("-1") ? at : at + Integer.parseInt(head) + 2);
                case '*' -> skip(Integer.parseInt(head));
                case '%' -> skip(2 * Integer.parseInt(head));
                default -> {} // a line
            }
        }

        private void skip(int count) {
            for (int i = 0; i < count; i++) {
                skip();
            }
        }
    }
}
