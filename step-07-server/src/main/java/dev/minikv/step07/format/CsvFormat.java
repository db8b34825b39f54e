package dev.minikv.step07.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/// Comma-separated values ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), which spreadsheets open.
///
///     key,value
///     note,"two lines,
///     and a ""quote"""
///     # end,CRC-32C 1a2b3c4d
///
/// A field is in double quotes if it is empty, or holds a comma, a quote, a line break, or white space at
/// either end; a quote in it is doubled. Lines end with CR LF, and may end with LF alone when read.
public final class CsvFormat implements Format {

    private static final String HEADER = "key,value";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public boolean recognizes(byte[] bytes) {
        return Utf8.startsWithLine(bytes, HEADER);
    }

    @Override
    public void encode(Collection<Entry<String, String>> entries, OutputStream out) throws IOException {
        Stream<String> records = entries.stream().map(entry -> field(entry.getKey()) + "," + field(entry.getValue()));
        TextEnd.write(Stream.concat(Stream.of(HEADER), records), "\r\n", out);
    }

    private static String field(String text) {
        boolean isPlain = !text.isEmpty()
                && text.equals(text.strip())
                && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public Decoded decode(byte[] bytes) {
        return new Decoder(bytes).decode();
    }

    private static final class Decoder {

        private final byte[] bytes;
        private final TextEnd end;
        private final List<Entry<String, String>> entries = new ArrayList<>();
        private final List<Damage> damages = new ArrayList<>();
        private int at = 0;

        private Decoder(byte[] bytes) {
            this.bytes = bytes;
            this.end = TextEnd.of(bytes);
        }

        private Decoded decode() {
            skipLine(); // the header
            while (at < end.start()) {
                int start = at;
                Optional<String> key = field();
                boolean isPair = skip(',');
                Optional<String> value = field();
                skip('\r');
                if (key.isPresent() && isPair && value.isPresent() && skip('\n')) {
                    entries.add(Map.entry(key.get(), value.get()));
                } else {
                    damages.add(new Damage(Damage.Kind.SYNTAX, start));
                    at = start;
                    skipLine();
                }
            }
            end.damage().ifPresent(damages::add);
            return new Decoded(entries, damages);
        }

        /// Reads a field, and returns its text, or empty if it has no end or is not UTF-8.
        private Optional<String> field() {
            boolean isQuoted = skip('"');
            int start = at;
            while (at < end.start()) {
                byte next = bytes[at];
                if (!isQuoted && (next == ',' || next == '"' || next == '\r' || next == '\n')) {
                    return Utf8.decode(bytes, start, at - start);
                }
                at++;
                if (isQuoted && next == '"' && !skip('"')) {
                    return Utf8.decode(bytes, start, at - 1 - start).map(text -> text.replace("\"\"", "\""));
                }
            }
            return Optional.empty();
        }

        private boolean skip(char expected) {
            boolean isThere = at < end.start() && bytes[at] == expected;
            at += isThere ? 1 : 0;
            return isThere;
        }

        private void skipLine() {
            while (at < end.start() && bytes[at++] != '\n') {}
        }
    }
}
