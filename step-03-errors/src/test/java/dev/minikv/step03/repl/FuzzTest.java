package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.minikv.step03.store.KeyValueStore;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import dev.minikv.step03.store.Shrinker;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Fuzzing, which is testing with random input: whatever is typed, the REPL keeps its promises.
///
/// Nobody can say what a random script should answer, but some promises must hold for every script: it
/// ends, what was acknowledged is stored, every mistake is reported with its line, and nothing that a
/// terminal would act on is printed. The build always tries the same scripts; `-Dlines=10000000` tries
/// more, and `-Dseed=` with a number repeats one of them.
class FuzzTest {

    private static final int LENGTH = 50;
    private static final long LINES = Long.getLong("lines", 25_000);

    /// So small that random scripts reach each limit.
    private static final Limits LIMITS = new Limits(10, 1000, 4);

    private static final int MAX_ERROR_CHARS = 1000; // in one line

    /// Far longer than a script takes: only a script that hangs reaches the limit.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// The first line of an error in a script.
    private static final Pattern ERROR = Pattern.compile("line (\\d+): .*");

    @Test
    void whatever_is_typed_the_promises_are_kept() {
        String seed = System.getProperty("seed");
        LongStream seeds =
                seed == null ? LongStream.rangeClosed(1, LINES / LENGTH) : LongStream.of(Long.parseLong(seed));

        fuzz(() -> new MiniKvStore(LIMITS), seeds);
    }

    @Test
    void a_broken_promise_is_found_and_reported_with_the_few_lines_that_break_it() {
        assertThatThrownBy(() -> fuzz(FuzzTest::forgetfulStore, LongStream.rangeClosed(1, 1000)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        A promise is broken. Seed 1, shrunk from 50 lines to 1:

                        set b ""

                        [what is stored]\s
                        expected: {"b"=""}
                         but was: {}

                        To reproduce: ./workbook test 3 FuzzTest -Dseed=1""");
    }

    /// Returns a store with a bug: it acknowledges the key `b`, but does not store it.
    private static KeyValueStore forgetfulStore() {
        var store = new MiniKvStore(LIMITS);
        return (KeyValueStore) Proxy.newProxyInstance(
                FuzzTest.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, method, arguments) -> method.getName().equals("set") && arguments[0].equals("b")
                        ? new Success<>(Optional.empty())
                        : method.invoke(store, arguments));
    }

    private static void fuzz(Supplier<KeyValueStore> newStore, LongStream seeds) {
        seeds.forEach(seed -> {
            List<String> script = RandomScript.of(new Random(seed), LENGTH);
            Optional<String> broken = assertTimeoutPreemptively(
                    LIMIT, () -> brokenPromise(newStore, script), () -> "seed " + seed + " hangs");
            if (broken.isPresent()) {
                throw new AssertionError(report(seed, newStore, shrunk(newStore, script)));
            }
        });
    }

    private static List<String> shrunk(Supplier<KeyValueStore> newStore, List<String> script) {
        List<String> lines = new ArrayList<>(
                Shrinker.shrink(script, fewer -> brokenPromise(newStore, fewer).isPresent()));
        for (int i = 0; i < lines.size(); i++) {
            int at = i;
            List<Integer> line =
                    Shrinker.shrink(lines.get(at).codePoints().boxed().toList(), shorter -> {
                        var other = new ArrayList<>(lines);
                        other.set(at, string(shorter));
                        return brokenPromise(newStore, other).isPresent();
                    });
            lines.set(at, string(line));
        }
        return lines;
    }

    private static String string(List<Integer> codePoints) {
        return codePoints.stream().map(Character::toString).collect(Collectors.joining());
    }

    private static String report(long seed, Supplier<KeyValueStore> newStore, List<String> script) {
        String lines = script.stream().map(Quotes::visible).collect(Collectors.joining("\n"));
        return """
                A promise is broken. Seed %s, shrunk from %s lines to %s:

                %s

                %s

                To reproduce: ./workbook test 3 FuzzTest -Dseed=%s""".formatted(
                        seed,
                        LENGTH,
                        script.size(),
                        lines,
                        brokenPromise(newStore, script).orElseThrow(),
                        seed);
    }

    /// Runs a script, and returns the first broken promise, if there is one.
    private static Optional<String> brokenPromise(Supplier<KeyValueStore> newStore, List<String> script) {
        KeyValueStore store = newStore.get();
        var out = new StringWriter();
        var err = new StringWriter();
        var in = new StringReader(String.join("\n", script) + "\n");
        try {
            boolean allDone = new Repl(store, new ScriptConsole(in, out, err), false).run();

            List<String> answers = lines(out);
            List<String> errors = lines(err);
            assertThat(allDone).as("all lines were done").isEqualTo(errors.isEmpty());
            assertThat(answers).as("answers").noneMatch(RoundTripTest.UNSEEN.asPredicate());
            assertThat(errors).as("errors").noneMatch(RoundTripTest.UNSEEN.asPredicate());
            assertThat(errors).as("errors").noneMatch(line -> line.length() > MAX_ERROR_CHARS);
            assertThat(failed(errors)).as("lines that failed").isEqualTo(mistaken(script, failed(errors)));
            assertThat(stored(store)).as("what is stored").isEqualTo(acknowledged(answers));
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.getMessage().strip());
        } catch (Exception e) {
            return Optional.of(e.toString());
        }
    }

    /// Returns what was written, split at nothing but line feeds.
    private static List<String> lines(StringWriter written) {
        String text = written.toString();
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    /// Returns the numbers of the lines that an error was reported in.
    private static List<Integer> failed(List<String> errors) {
        return errors.stream()
                .map(ERROR::matcher)
                .filter(Matcher::matches)
                .map(error -> Integer.valueOf(error.group(1)))
                .toList();
    }

    /// Returns the numbers of the lines that had to fail, up to the `quit`, and of the `set` lines that
    /// did fail, because the store may refuse them.
    private static List<Integer> mistaken(List<String> script, List<Integer> failed) {
        var mistaken = new ArrayList<Integer>();
        for (int i = 0; i < script.size(); i++) {
            int number = i + 1;
            switch (CommandParser.parse(script.get(i))) {
                case Failure<?, ?> _ -> mistaken.add(number);
                case Success(Command.Set _) when failed.contains(number) -> mistaken.add(number);
                case Success(Command.Source _) -> mistaken.add(number); // there is no such file
                case Success(Command.Quit _) -> {
                    return mistaken;
                }
                case Success<?, ?> _ -> {}
            }
        }
        return mistaken;
    }

    private static Map<String, String> stored(KeyValueStore store) {
        return store.keys("").stream()
                .collect(Collectors.toMap(key -> key, key -> store.get(key).orElseThrow()));
    }

    /// Returns what must be stored according to the answers, which are all that a user knows.
    private static Map<String, String> acknowledged(List<String> answers) {
        var entries = new HashMap<String, String>();
        for (String answer : answers) {
            if (answer.startsWith("✓ Set ")) {
                List<String> words = words(answer); // ✓ Set "key" = "value"
                entries.put(words.get(2), words.get(4));
            } else if (answer.startsWith("✓ Deleted \"")) {
                List<String> words = words(answer.substring(0, answer.length() - 1)); // ... "key" (was: "value")
                assertThat(entries.remove(words.get(2))).as(answer).isEqualTo(words.get(4));
            } else if (answer.startsWith("✓ Deleted ")) {
                assertThat(words(answer).get(2)).as(answer).isEqualTo(String.valueOf(entries.size()));
                entries.clear();
            }
        }
        return entries;
    }

    private static List<String> words(String answer) {
        return switch (Tokenizer.tokenize(answer)) {
            case Success(List<Token> words) -> words.stream().map(Token::text).toList();
            case Failure(Mistake mistake) -> fail("%s: %s", answer, mistake);
        };
    }
}
