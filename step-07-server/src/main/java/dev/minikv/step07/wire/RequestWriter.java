package dev.minikv.step07.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.minikv.step07.format.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/// Writes requests as bytes.
public final class RequestWriter {

    private RequestWriter() {}

    /// Returns the bytes of a request.
    ///
    /// @throws CharacterCodingException if a word cannot be written as UTF-8
    public static byte[] encode(List<String> words) throws CharacterCodingException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(header('*', words.size()));
        for (String word : words) {
            byte[] bytes = Utf8.encode(word);
            out.writeBytes(header('$', bytes.length));
            out.writeBytes(bytes);
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        return out.toByteArray();
    }

    private static byte[] header(char type, int number) {
        return (type + Integer.toString(number) + "\r\n").getBytes(US_ASCII);
    }
}
