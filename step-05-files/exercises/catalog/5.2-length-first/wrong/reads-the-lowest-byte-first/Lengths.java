package dev.minikv.step05.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step05.format.Damage;
import dev.minikv.step05.format.Utf8;
import dev.minikv.step05.store.Result;
import dev.minikv.step05.store.Result.Failure;
import dev.minikv.step05.store.Result.Success;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A list of strings as bytes, each string with its length first, and back.
public final class Lengths {

    private Lengths() {}

    /// Writes strings, or nothing if UTF-8 has no bytes for one of them.
    ///
    /// @param out is not closed
    /// @return the index of the first string that cannot be written, or empty if all are written
    /// @throws IOException if the output throws it
    public static OptionalInt encode(List<String> strings, OutputStream out) throws IOException {
        OptionalInt refused = IntStream.range(0, strings.size())
                .filter(i -> !Utf8.isWellFormed(strings.get(i)))
                .findFirst();
        if (refused.isEmpty()) {
            write(strings, new DataOutputStream(out));
        }
        return refused;
    }

    private static void write(List<String> strings, DataOutputStream out) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            byte[] bytes = string.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /// Returns the strings that some bytes mean, or the first damage in them.
    public static Result<List<String>, Damage> decode(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        var strings = new ArrayList<String>();
        long count = number(rest);
        while (strings.size() < count) {
            int start = rest.position();
            long length = number(rest);
            if (length > rest.remaining()) {
                return damage(Damage.Kind.CUT_SHORT, start);
            }
            Optional<String> string = Utf8.decode(bytes, rest.position(), (int) length);
            if (string.isEmpty()) {
                return damage(Damage.Kind.NOT_UTF8, start);
            }
            strings.add(string.get());
            rest.position(rest.position() + (int) length);
        }
        return rest.hasRemaining() ? damage(Damage.Kind.AFTER_END, rest.position()) : new Success<>(strings);
    }

    /// Reads a number. One that is not all there counts as the largest: then what it announces is cut short.
    private static long number(ByteBuffer rest) {
        return rest.remaining() < Integer.BYTES
                ? Long.MAX_VALUE
                : Integer.toUnsignedLong(Integer.reverseBytes(rest.getInt()));
    }

    private static Result<List<String>, Damage> damage(Damage.Kind kind, int offset) {
        return new Failure<>(new Damage(kind, offset));
    }
}
