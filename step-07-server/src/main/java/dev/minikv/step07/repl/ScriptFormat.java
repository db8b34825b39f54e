package dev.minikv.step07.repl;

import dev.minikv.step07.format.Damage;
import dev.minikv.step07.format.Format;
import dev.minikv.step07.format.TextEnd;
import dev.minikv.step07.format.Utf8;
import dev.minikv.step07.store.Result.Success;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/// A script that stores the entries: it can be run by any REPL that knows quotes, and edited by anyone.
///
///     # minikv script, version 1
///     set "note" "two  spaces"
///     # end,CRC-32C 1a2b3c4d
///
/// It can hold any text, since quotes write half of a surrogate pair as an escape.
public final class ScriptFormat implements Format {

    private static final String MAGIC = "# minikv script, version ";
    private static final String HEADER = MAGIC + "1";

    @Override
    public String name() {
        return "script";
    }

    @Override
    public boolean recognizes(byte[] bytes) {
        return Utf8.startsWith(bytes, MAGIC);
    }

    @Override
    public void encode(Collection<Entry<String, String>> entries, OutputStream out) throws IOException {
        Stream<String> lines = entries.stream()
                .map(entry -> "set " + Quotes.inQuotes(entry.getKey()) + " " + Quotes.inQuotes(entry.getValue()));
        TextEnd.write(Stream.concat(Stream.of(HEADER), lines), "\n", out);
    }

    @Override
    public Decoded decode(byte[] bytes) {
        TextEnd end = TextEnd.of(bytes);
        if (end.damage().isEmpty() && !Utf8.startsWithLine(bytes, HEADER)) {
            return new Decoded(List.of(), List.of(new Damage(Damage.Kind.NEWER_VERSION, MAGIC.length())));
        }
        var entries = new ArrayList<Entry<String, String>>();
        var damages = new ArrayList<Damage>();
        int start = 0;
        for (int at = 0; at < end.start(); at++) {
            if (bytes[at] == '\n' || at + 1 == end.start()) {
                Optional<String> line = Utf8.decode(bytes, start, at + 1 - start);
                switch (line.map(CommandParser::parse).orElse(null)) {
                    case Success(Command.Set(String key, String value)) -> entries.add(Map.entry(key, value));
                    case Success(Command.Nothing()) -> {}
                    case null, default -> damages.add(new Damage(Damage.Kind.SYNTAX, start));
                }
                start = at + 1;
            }
        }
        end.damage().ifPresent(damages::add);
        return new Decoded(entries, damages);
    }
}
