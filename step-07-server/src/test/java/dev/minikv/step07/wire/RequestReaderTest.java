package dev.minikv.step07.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step07.repl.Tokenizer;
import dev.minikv.step07.wire.Received.Incomplete;
import dev.minikv.step07.wire.Received.Malformed;
import dev.minikv.step07.wire.Received.Request;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes, and the requests in them. In strings, a char is a byte; in tables, `|` is a line break.
class RequestReaderTest {

    private final RequestReader reader = new RequestReader(Tokenizer::words);

    private Received next(String... pieces) {
        return next(RequestLimits.KNOWN, pieces);
    }

    /// Adds bytes piece by piece, and returns what they amount to: the first that is not incomplete.
    private Received next(RequestLimits limits, String... pieces) {
        Received next = new Incomplete();
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(ISO_8859_1);
            reader.add(bytes, bytes.length);
            next = next instanceof Incomplete ? reader.next(limits) : next;
        }
        return next;
    }

    private static List<String> words(Received received) {
        return received instanceof Request(List<byte[]> words)
                ? words.stream().map(word -> new String(word, ISO_8859_1)).toList()
                : List.of("no request, but " + received);
    }

    @Nested
    class A_request_of_several_words {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "*, invalid multibulk length",
                    "*x, invalid multibulk length",
                    "*+1, invalid multibulk length",
                    "*01, invalid multibulk length",
                    "*-0, invalid multibulk length",
                    "`*1 `, invalid multibulk length",
                    "*1048577, invalid multibulk length",
                    "*4294967295, invalid multibulk length",
                    "*9223372036854775808, invalid multibulk length",
                    "*18446744073709551617, invalid multibulk length",
                    "*1|$, invalid bulk length",
                    "*1|$-1, invalid bulk length",
                    "*1|$01, invalid bulk length",
                    "*1|$16777217, invalid bulk length",
                    "*1|$99999999999, invalid bulk length",
                    "*1|$18446744073709551617, invalid bulk length",
                    "*1|PING, `expected '$', got 'P'`",
                    "*1|$1|abc, expected a line break after 1 bytes"
                })
        void that_is_malformed_is_reported(String bytes, String why) {
            String sent = bytes.replace("|", "\r\n") + "\r\n";

            assertThat(next(sent)).isEqualTo(new Malformed("Protocol error: " + why));
        }

        @Test
        void may_have_words_as_long_as_the_limit() {
            String word = "x".repeat(1 << 24);

            assertThat(words(next("*2\r\n$4\r\nECHO\r\n$16777216\r\n", word, "\r\n")))
                    .isEqualTo(List.of("ECHO", word));
        }

        @Test
        void may_have_as_many_bytes_as_the_limit() {
            var limits = new RequestLimits("invalid", 10, 5, 8 + 2 * 24);

            assertThat(words(next(limits, "*2\r\n$5\r\nabcde\r\n$3\r\nabc\r\n")))
                    .isEqualTo(List.of("abcde", "abc"));
            assertThat(next(limits, "*3\r\n$5\r\nabcde\r\n$3\r\nabc\r\n$1\r\n"))
                    .isEqualTo(new Malformed("Protocol error: too big request"));
        }

        @Test
        void is_counted_from_its_own_beginning() {
            var limits = new RequestLimits("invalid", 10, 5, 8 + 2 * 24);
            String request = "*2\r\n$5\r\nabcde\r\n$3\r\nabc\r\n";

            for (int i = 0; i < 3; i++) {
                assertThat(words(next(limits, request))).isEqualTo(List.of("abcde", "abc"));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "*1\r\n$"})
        void has_headers_of_bounded_length(String start) {
            String why = "Protocol error: too big " + (start.equals("*") ? "mbulk" : "bulk") + " count string";

            assertThat(next(start + "1".repeat(65_537))).isEqualTo(new Malformed(why));
            assertThat(new RequestReaderTest().next(start, "1".repeat(65_000), "1".repeat(1_000)))
                    .isEqualTo(new Malformed(why));
        }

        @Test
        void is_refused_by_a_header_that_is_split() {
            assertThat(next("*42949", "67295\r", "\nPING\r\n"))
                    .isEqualTo(new Malformed("Protocol error: invalid multibulk length"));
        }

        @Test
        void waits_for_the_rest_of_its_line_break() {
            assertThat(words(next("*1\r", "\n$4\r", "\nPING\r", "\n"))).isEqualTo(List.of("PING"));
        }

        @Test
        void is_what_a_writer_writes() throws IOException {
            List<String> words = List.of("SET", "", "\r\n🦀\0");

            byte[] bytes = RequestWriter.encode(words);
            reader.add(bytes, bytes.length);

            assertThat(reader.next(RequestLimits.KNOWN))
                    .isInstanceOfSatisfying(
                            Request.class,
                            request -> assertThat(request.words().stream().map(word -> new String(word, UTF_8)))
                                    .isEqualTo(words));
        }
    }

    @Nested
    class A_line {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "a b;             a,b",
                    "`  a\t\t b  `; a,b",
                    "\"a b\" c;       a b,c",
                    "'a b' c;         a b,c",
                    "\"\" '';         ,",
                    "a\"b c\";        `a\"b,c\"`",
                    "\"\\t\\\\\\u{71}\\\"\"; `\t\\q\"`",
                    "'\\t';           \\t",
                    "a\\tb;           a\\tb",
                    "+OK $5;          +OK,$5"
                })
        void is_words_between_spaces_or_in_quotes(String line, String words) {
            assertThat(String.join(",", words(next(line + "\r\n")))).isEqualTo(words);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"", "a \"b", "'b\"", "\"a\"b", "'a'b", "\"a\\\"", "\"\\x41\""})
        void with_a_quote_that_is_not_closed_is_malformed(String line) {
            assertThat(next(line + "\r\n")).isEqualTo(new Malformed("Protocol error: unbalanced quotes in request"));
        }

        @Test
        void of_65_536_bytes_is_a_request_and_a_longer_one_is_malformed() {
            String longest = "x".repeat(65_536);

            assertThat(words(next(longest + "\n"))).isEqualTo(List.of(longest));
            assertThat(next("x" + longest + "\n")).isEqualTo(new Malformed("Protocol error: too big inline request"));
        }

        @Test
        void that_does_not_end_is_malformed_in_time() {
            assertThat(next(Collections.nCopies(66, "x".repeat(1_000)).toArray(String[]::new)))
                    .isEqualTo(new Malformed("Protocol error: too big inline request"));
        }
    }

    @Nested
    class Memory {

        /// Up to thrice as much: the buffer doubles when it is full.
        @Test
        void is_given_back_with_the_request() {
            next("*2\r\n$4\r\nECHO\r\n$10000000\r\n", "x".repeat(9_999_999));
            assertThat(reader.heldBytes()).isBetween(10_000_000, 30_000_000);

            next("x\r\n");
            next("");

            assertThat(reader.heldBytes()).isLessThan(5_000);
            assertThat(reader.isAmidRequest()).isFalse();
        }

        @Test
        void is_not_held_by_a_request_that_was_taken() throws InterruptedException {
            WeakReference<byte[]> word = firstWord("*1\r\n$4\r\nPING\r\n");

            for (int i = 0; i < 100 && word.get() != null; i++) {
                System.gc();
                Thread.sleep(10);
            }

            assertThat(word.get()).isNull();
        }

        private WeakReference<byte[]> firstWord(String bytes) {
            return next(bytes) instanceof Request(List<byte[]> words) ? new WeakReference<>(words.getFirst()) : null;
        }

        @Test
        void is_not_taken_by_what_was_read_before() {
            for (int i = 0; i < 10_000; i++) {
                next("PING\r\nPIN", "G\r\n");
                next("");
            }

            assertThat(reader.heldBytes()).isLessThan(100);
        }
    }
}
