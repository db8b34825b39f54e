package dev.minikv.step07.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// A reader that decodes UTF-8 and loses no byte.
///
/// A byte that is not valid UTF-8 becomes one of the chars U+DC80 to U+DCFF, which valid UTF-8 never
/// decodes to. Python calls this `surrogateescape`. So [CommandParser] can refuse the line and point at
/// the byte. An `InputStreamReader` would silently replace the byte with U+FFFD.
///
/// A byte order mark, which some editors write at the start of a file, is skipped.
public final class Utf8Reader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192); // read and not yet decoded
    private final CharBuffer chars = CharBuffer.allocate(8192).limit(0); // decoded and not yet handed out
    private boolean atStart = true;

    /// Creates a reader over a stream of bytes.
    public Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /// Reads and decodes the next chunk, and returns whether there was one.
    private boolean fill() throws IOException {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        boolean isOver = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        chars.clear(); // a byte decodes to at most one char, so there is room for all
        CharsetDecoder decoder = UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, chars, isOver);
        while (result.isMalformed()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (Tokenizer.UNDECODED + Byte.toUnsignedInt(bytes.get())));
            }
            result = decoder.decode(bytes, chars, isOver);
        }
        bytes.compact(); // keeps the first bytes of an incomplete character
        chars.flip();
        if (atStart && chars.hasRemaining()) {
            atStart = false;
            chars.position(chars.get(0) == BYTE_ORDER_MARK ? 1 : 0);
        }
        return !isOver || chars.hasRemaining();
    }

    @Override
    public boolean ready() throws IOException {
        return chars.hasRemaining() || in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
