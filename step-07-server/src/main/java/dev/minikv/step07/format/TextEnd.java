package dev.minikv.step07.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// The last line of a format in text: `# end,CRC-32C 1a2b3c4d`. Without it, nobody could tell a whole file
/// from its first half.
///
/// The checksum is that of all bytes before the line. A script takes the line for a comment, and a
/// program that reads CSV takes it for a record.
///
/// @param start where the line starts, or how many bytes there are if it is missing
/// @param damage what is wrong with the bytes as a whole
public record TextEnd(int start, Optional<Damage> damage) {

    private static final Pattern LINE = Pattern.compile("# end,CRC-32C ([0-9a-f]{8})\r?\n");

    /// Returns what the last line says of the bytes before it.
    public static TextEnd of(byte[] bytes) {
        int start = Math.max(0, bytes.length - 1); // there a line break ends the last line
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        Matcher line = LINE.matcher(new String(bytes, start, bytes.length - start, UTF_8));
        if (!line.matches()) {
            return new TextEnd(bytes.length, Optional.of(new Damage(Damage.Kind.CUT_SHORT, bytes.length)));
        }
        var checksum = new CRC32C();
        checksum.update(bytes, 0, start);
        boolean matches = checksum.getValue() == Long.parseLong(line.group(1), 16);
        return new TextEnd(start, matches ? Optional.empty() : Optional.of(new Damage(Damage.Kind.CHECKSUM, 0)));
    }

    /// Writes lines, and the last one after them.
    ///
    /// @param lineEnd what ends each of them
    /// @throws java.nio.charset.CharacterCodingException if a line is not [well-formed][Utf8#isWellFormed]
    /// @throws IOException if the output throws it
    public static void write(Stream<String> lines, String lineEnd, OutputStream out) throws IOException {
        var all = new CheckedOutputStream(out, new CRC32C());
        var buffered = new BufferedOutputStream(all, 1 << 18);
        for (Iterator<String> rest = lines.iterator(); rest.hasNext(); ) {
            buffered.write(Utf8.encode(rest.next().concat(lineEnd)));
        }
        buffered.flush(); // now the checksum is that of all lines
        String checksum = HexFormat.of().toHexDigits((int) all.getChecksum().getValue());
        out.write(("# end,CRC-32C " + checksum + lineEnd).getBytes(UTF_8));
    }
}
