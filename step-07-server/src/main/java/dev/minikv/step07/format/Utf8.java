package dev.minikv.step07.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/// Text as UTF-8, and back, and no other text than before.
public final class Utf8 {

    private Utf8() {}

    /// Returns whether UTF-8 can write the text, which it cannot if there is half of a surrogate pair in it.
    public static boolean isWellFormed(String text) {
        return text.equals(new String(text.getBytes(UTF_8), UTF_8));
    }

    /// Returns a text as UTF-8.
    ///
    /// @throws CharacterCodingException if it is not [well-formed][#isWellFormed]
    public static byte[] encode(String text) throws CharacterCodingException {
        byte[] bytes = text.getBytes(UTF_8); // quick, and replaces what it cannot write by a question mark
        if (!text.equals(new String(bytes, UTF_8))) {
            throw new CharacterCodingException();
        }
        return bytes;
    }

    /// Returns how many bytes a text takes.
    public static int length(String text) {
        return text.getBytes(UTF_8).length; // quicker than to count
    }

    /// Returns whether bytes start with a line, or are the start of it.
    public static boolean startsWithLine(byte[] bytes, String line) {
        return startsWith(bytes, line) && (bytes.length <= line.length() || "\r\n".indexOf(bytes[line.length()]) >= 0);
    }

    /// Returns whether bytes start with a text, or are the start of it.
    public static boolean startsWith(byte[] bytes, String text) {
        byte[] start = text.getBytes(UTF_8);
        int length = Math.min(bytes.length, start.length);
        return Arrays.equals(bytes, 0, length, start, 0, length);
    }

    /// Returns the text that some bytes mean, or empty if they are not UTF-8.
    public static Optional<String> decode(byte[] bytes, int offset, int length) {
        var text = new String(bytes, offset, length, UTF_8); // quick, and replaces what it cannot read by U+FFFD
        if (text.indexOf('\uFFFD') < 0) {
            return Optional.of(text);
        }
        byte[] again = text.getBytes(UTF_8);
        boolean isSame = Arrays.equals(bytes, offset, offset + length, again, 0, again.length);
        return isSame ? Optional.of(text) : Optional.empty();
    }
}
