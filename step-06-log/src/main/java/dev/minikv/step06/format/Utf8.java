package dev.minikv.step06.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.Optional;

/// Text as UTF-8, and back, and no other text than before.
public final class Utf8 {

    private Utf8() {}

    /// Returns whether UTF-8 can write the text, which it cannot if there is half of a surrogate pair in it.
    public static boolean isWellFormed(String text) {
        return text.equals(new String(text.getBytes(UTF_8), UTF_8));
    }

    /// Returns the bytes of a text.
    ///
    /// @throws CharacterCodingException if it is not [well-formed][#isWellFormed]
    public static byte[] encode(String text) throws CharacterCodingException {
        byte[] bytes = text.getBytes(UTF_8); // quick, and replaces what it cannot write by a question mark
        if (!new String(bytes, UTF_8).equals(text)) {
            throw new CharacterCodingException();
        }
        return bytes;
    }

    /// Returns how many bytes a text takes.
    public static long length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            // Each half of a surrogate pair stands for two of its four bytes.
            length += next < 0x80 ? 0 : next < 0x800 || Character.isSurrogate(next) ? 1 : 2;
        }
        return length;
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
        try {
            return Optional.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// Encodes text after text, and makes no new array for each.
    static final class Encoder {

        private static final int MAX_BYTES = 3; // for a char

        private final CharsetEncoder encoder = UTF_8.newEncoder();
        private CharBuffer chars = CharBuffer.allocate(1 << 10);
        private ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES << 10);

        /// Forgets the texts so far.
        void clear() {
            bytes.clear();
        }

        /// Adds a text, and returns how many bytes it takes.
        ///
        /// @throws CharacterCodingException if it is not [well-formed][#isWellFormed]
        int add(String text) throws CharacterCodingException {
            int start = bytes.position();
            if (text.length() > chars.capacity()) {
                chars = CharBuffer.allocate(text.length());
            }
            if (text.length() > bytes.remaining() / MAX_BYTES) {
                bytes = ByteBuffer.allocate(start + MAX_BYTES * text.length()).put(bytes.flip());
            }
            text.getChars(0, text.length(), chars.array(), 0);
            CoderResult result = encoder.reset().encode(chars.clear().limit(text.length()), bytes, true);
            if (result.isError()) {
                result.throwException();
            }
            return bytes.position() - start;
        }

        /// Returns the bytes of all texts so far.
        ByteBuffer bytes() {
            return bytes.flip();
        }
    }
}
