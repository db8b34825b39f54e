package dev.minikv.step07.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request that was typed by hand, such as `set note "two  spaces"`: words between spaces, or in quotes.
///
/// Double quotes know `\n`, `\r`, `\t`, `\b`, `\a`, `\xHH`, and a backslash before any other character; single
/// quotes know `\'` only.
final class TypedLine {

    private static final String ESCAPES = "nrtba";
    private static final byte[] ESCAPED = {'\n', '\r', '\t', '\b', 7};

    private final byte[] bytes;
    private final int end;
    private int at;

    private TypedLine(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// Returns the words of a line, or empty if a quote in it is not closed, or is followed by text.
    static Optional<List<byte[]>> words(byte[] bytes, int from, int end) {
        var line = new TypedLine(bytes, from, end);
        var words = new ArrayList<byte[]>();
        while (line.skipSpaces()) {
            var word = new ByteArrayOutputStream();
            if (!line.readWord(word)) {
                return Optional.empty();
            }
            words.add(word.toByteArray());
        }
        return Optional.of(words);
    }

    private boolean skipSpaces() {
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
        return at < end;
    }

    private static boolean isSpace(byte it) {
        return it == ' ' || it >= '\t' && it <= '\r'; // as isspace of C
    }

    private boolean readWord(ByteArrayOutputStream word) {
        while (at < end && " \t\r\n".indexOf(bytes[at]) < 0) { // not at each space, as in Redis
            byte next = bytes[at++];
            if (next == '"' || next == '\'') {
                return readQuoted(next, word); // which ends the word
            }
            word.write(next);
        }
        return true;
    }

    private boolean readQuoted(byte quote, ByteArrayOutputStream word) {
        while (at < end) {
            byte next = bytes[at++];
            if (next == quote) {
                return at == end || isSpace(bytes[at]);
            }
            word.write(next == '\\' && at < end ? unescape(quote) : next);
        }
        return false;
    }

    private int unescape(byte quote) {
        if (quote == '\'') {
            return bytes[at] == quote ? bytes[at++] : '\\';
        }
        if (bytes[at] == 'x' && at + 2 < end && hex(at + 1) >= 0 && hex(at + 2) >= 0) {
            at += 3;
            return 16 * hex(at - 2) + hex(at - 1);
        }
        byte escape = bytes[at++];
        int known = ESCAPES.indexOf(escape);
        return known < 0 ? escape : ESCAPED[known];
    }

    private int hex(int index) {
        return Character.digit(bytes[index], 16);
    }
}
