package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import dev.minikv.step03.store.StoreError;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Golden files: every error that a line can cause, as the user sees it. Each file in the folder
/// `gallery` is a script, and below each of its lines is what that line writes to standard error.
///
/// A line that starts with `> ` is typed; a `�` in it stands for a byte that is not UTF-8. Answers are
/// not shown.
///
/// The way to judge messages is to read them, and here they are all together. Changing a message
/// changes a file, which a reviewer sees and can reject.
class ErrorGalleryTest {

    private static final String TYPED = "> ";

    /// So small that lines of the gallery exceed each of them.
    private static final Limits LIMITS = new Limits(20, 100, 2);

    @ParameterizedTest
    @MethodSource("gallery")
    void a_script_shows_its_errors(String file) throws Exception {
        String expected = Files.readString(folder().resolve(file));

        assertThat(errors(typed(expected))).as(file).isEqualTo(expected);
    }

    /// A new error without an example fails here.
    @Test
    void every_error_has_an_example() throws Exception {
        Set<Class<?>> shown = new HashSet<>();
        for (String file : gallery()) {
            var store = new MiniKvStore(LIMITS);
            typed(Files.readString(folder().resolve(file)))
                    .forEach(line -> error(line, store).ifPresent(shown::add));
        }

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Mistake.class, StoreError.class)
                        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                        .toList());
    }

    static List<String> gallery() throws Exception {
        try (var files = Files.list(folder())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).as("gallery").isNotEmpty();
            return names;
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(ErrorGalleryTest.class.getResource("/gallery").toURI());
    }

    private static List<String> typed(String script) {
        return script.lines()
                .filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length()).replace('\uFFFD', '\uDCFF'))
                .toList();
    }

    /// Returns the lines, each followed by its errors.
    private static String errors(List<String> lines) throws IOException {
        var errors = new StringWriter();
        var script = new Reader() {
            private final Iterator<String> unread = lines.iterator();

            @Override
            public int read(char[] buffer, int start, int length) {
                if (!unread.hasNext()) {
                    return -1;
                }
                String line = unread.next() + "\n";
                errors.write(TYPED + line.replace('\uDCFF', '\uFFFD'));
                line.getChars(0, line.length(), buffer, start);
                return line.length();
            }

            @Override
            public void close() {}
        };
        new Repl(new MiniKvStore(LIMITS), new ScriptConsole(script, Writer.nullWriter(), errors), false).run();
        return errors.toString();
    }

    /// Returns the type of the error in a line, if there is one.
    private static Optional<Class<?>> error(String line, KeyValueStore store) {
        return switch (CommandParser.parse(line)) {
            case Failure(Mistake mistake) -> Optional.of(mistake.getClass());
            case Success(Command.Set(String key, String value)) ->
                store.set(key, value) instanceof Failure<?, StoreError>(StoreError error)
                        ? Optional.of(error.getClass())
                        : Optional.empty();
            case Success<?, ?> _ -> Optional.empty();
        };
    }
}
