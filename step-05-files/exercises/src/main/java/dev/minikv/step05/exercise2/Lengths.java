package dev.minikv.step05.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.minikv.step05.format.Damage;
import dev.minikv.step05.store.Result;
import dev.minikv.step05.store.Result.Success;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A list of strings as bytes, each string with its length first, and back.
public final class Lengths {

    private Lengths() {}

    /// Writes strings, or nothing if UTF-8 has no bytes for one of them.
    ///
    /// @param out is not closed
    /// @return the index of the first string that cannot be written, or empty if all are written
    /// @throws IOException if the output throws it
    public static OptionalInt encode(List<String> strings, OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        data.writeInt(strings.size());
        for (String string : strings) {
            data.writeInt(string.length());
            data.write(string.getBytes(UTF_8));
        }
        return OptionalInt.empty();
    }

    /// Returns the strings that some bytes mean, or the first damage in them.
    public static Result<List<String>, Damage> decode(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        int count = rest.getInt();
        var strings = new ArrayList<String>(count);
        while (strings.size() < count) {
            var text = new byte[rest.getInt()];
            rest.get(text);
            strings.add(new String(text, UTF_8));
        }
        return new Success<>(strings);
    }
}
