package dev.minikv.step04.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// Text from bytes in UTF-8, none of which gets lost.
///
/// A byte that is not UTF-8 becomes a char that no UTF-8 stands for, one of U+DC80 to U+DCFF, as in
/// Python. So it can be told where it was, and [CommandParser] refuses the line. `InputStreamReader`
/// replaces such a byte by U+FFFD, and what was there is gone without a word.
///
/// A byte order mark, which some editors write in front of a text, is skipped at the very start.
public final class Utf8Reader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192); // what was read and is not decoded yet
    private final CharBuffer chars = CharBuffer.allocate(8192).limit(0); // decoded, and not handed out yet
    private boolean atStart = true;

    /// Creates a reader of some bytes.
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

    /// Reads and decodes what comes next, and returns whether there was anything.
    private boolean fill() throws IOException {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        boolean isOver = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        chars.clear(); // at most one char comes from each byte, so there is room for all
        CharsetDecoder decoder = UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, chars, isOver);
        while (result.isMalformed()) {
            for (int i = 0; i < result.length(); i++) {
                chars.put((char) (Tokenizer.UNDECODED + Byte.toUnsignedInt(bytes.get())));
            }
            result = decoder.decode(bytes, chars, isOver);
        }
        bytes.compact(); // the first bytes of a character may be left
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
