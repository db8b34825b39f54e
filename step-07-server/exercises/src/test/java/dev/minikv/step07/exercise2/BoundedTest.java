package dev.minikv.step07.exercise2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.minikv.step07.exercise2.Received.Refused;
import dev.minikv.step07.exercise2.Received.Request;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-7.2")
class BoundedTest {

    /// At most 10 words, 100 bytes a word, and 200 bytes a request.
    private static final Limits LIMITS = new Limits(10, 100, 200);

    private static final Limits WIDE = new Limits(1 << 20, 1 << 24, 1 << 26);

    private static final Limits WIDEST = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final long MEMORY_BYTES_FREE = 1 << 20;

    private static final int MEMORY_BYTES_PER_BYTE = 100;

    @Test
    void a_request_is_returned() {
        assertThat(answers(
                        "*2\r\n$3\r\nget\r\n$3\r\ntea\r\n",
                        "*3\r\n$3\r\nset\r\n$4\r\n\r\n$3\r\n$0\r\n\r\n",
                        "*1\r\n$5\r\nGrün\r\n",
                        "*0\r\n"))
                .as("a request within the limits is returned, with all its words in their order")
                .isEqualTo(List.of(
                        "'get' 'tea', bytes read: 22",
                        "'set' '\r\n$3' '', bytes read: 29",
                        "'Grün', bytes read: 15",
                        "no words, bytes read: 4"));
    }

    @Test
    void nothing_is_read_after_the_request() {
        assertThat(each(LIMITS, "*2\r\n$3\r\nget\r\n$3\r\ntea\r\n*1\r\n$4\r\nping\r\n*0\r\n"))
                .as("the bytes after a request belong to the next one, and are left for it")
                .isEqualTo(
                        List.of("'get' 'tea', bytes read: 22", "'ping', bytes read: 36", "no words, bytes read: 40"));
    }

    @Test
    void a_request_stays_as_it_is() {
        assertThat(together(LIMITS, "*2\r\n$3\r\nget\r\n$3\r\ntea\r\n*1\r\n$4\r\nping\r\n*0\r\n"))
                .as("a request that was returned does not change when the next one is read")
                .isEqualTo(List.of("'get' 'tea'", "'ping'", "no words"));
    }

    @Test
    void a_request_at_the_limits_is_returned() {
        assertThat(answers("*10\r\n" + word(20).repeat(10), "*3\r\n" + word(100) + word(100) + word(0)))
                .as("the limits themselves are allowed: 10 words, 100 bytes a word, 200 bytes a request")
                .isEqualTo(List.of(
                        String.join(" ", nCopies(10, "'" + "t".repeat(20) + "'")) + ", bytes read: 275",
                        "'%1$s' '%1$s' '', bytes read: 226".formatted("t".repeat(100))));
    }

    @Test
    void what_has_arrived_is_returned() {
        assertThat(List.of(
                        arrival(alphabet(70_000)),
                        arrival(alphabet(3_000_000), alphabet(1_999)),
                        arrival(alphabet(20_000).split("")),
                        arrival("€".repeat(30_000))))
                .as("whatever is within the limits is returned, although a piece may end anywhere, even in a character")
                .isEqualTo(List.of("as it was sent", "as it was sent", "as it was sent", "as it was sent"));
    }

    @Test
    void too_many_words_are_refused() {
        assertThat(answers("*11\r\n" + word(1).repeat(11), "*2147483647\r\n" + word(1).repeat(11)))
                .as("more words than the limit are refused as soon as they are announced")
                .isEqualTo(List.of("TOO_MANY_WORDS, bytes read: 5", "TOO_MANY_WORDS, bytes read: 13"));
    }

    @Test
    void a_word_that_is_too_long_is_refused() {
        assertThat(answers(
                        "*1\r\n" + word(101),
                        "*3\r\n" + word(3) + word(150) + word(3),
                        "*1\r\n$2147483647\r\n" + "t".repeat(300)))
                .as("a word longer than the limit is refused as soon as its length is announced")
                .isEqualTo(List.of(
                        "WORD_TOO_LONG, bytes read: 10",
                        "WORD_TOO_LONG, bytes read: 19",
                        "WORD_TOO_LONG, bytes read: 17"));
    }

    @Test
    void a_request_that_is_too_long_is_refused() {
        assertThat(answers(
                        "*3\r\n" + word(100) + word(100) + word(1),
                        "*4\r\n" + word(1) + word(99) + word(1) + word(100),
                        "*10\r\n" + word(21).repeat(10),
                        "*4\r\n" + word(100) + word(100) + word(1) + word(0),
                        "*3\r\n" + "$100\r\n%s\r\n".formatted("ü".repeat(50)).repeat(2) + word(1),
                        "*3\r\n" + word(100) + word(100) + word(101)))
                .as("a request is refused as soon as a word is announced for which there is no room left")
                .isEqualTo(List.of(
                        "REQUEST_TOO_LONG, bytes read: 224",
                        "REQUEST_TOO_LONG, bytes read: 130",
                        "REQUEST_TOO_LONG, bytes read: 262",
                        "REQUEST_TOO_LONG, bytes read: 224",
                        "REQUEST_TOO_LONG, bytes read: 224",
                        "WORD_TOO_LONG, bytes read: 226"));
    }

    @Test
    void each_request_has_the_whole_limit() {
        assertThat(last(LIMITS, ("*3\r\n" + word(100) + word(90) + word(10)).repeat(1_000)))
                .as("the limits are for a request, and not for all requests of a client")
                .isEqualTo("request 1000: '%s' '%s' '%s'".formatted("t".repeat(100), "t".repeat(90), "t".repeat(10)));
    }

    @Test
    void the_stream_may_end_anywhere() {
        assertThat(prefixesWithoutEnd("*2\r\n$3\r\nget\r\n$10\r\nhalf a tea\r\n"))
                .as("if the stream ends before the request is complete, next throws an EOFException")
                .isEqualTo(List.of());
    }

    @Test
    void what_is_announced_takes_no_memory() {
        assertThat(List.of(
                        answer(WIDE, "*1\r\n$16777216\r\n"),
                        answer(WIDE, "*1\r\n$16777216\r\ntea"),
                        answer(WIDE, "*1000000\r\n"),
                        answer(WIDE, "*1000000\r\n$3\r\ntea\r\n$16000000\r\n" + "t".repeat(20_000))))
                .as("a client that announces much and sends little costs no more than what it has sent")
                .isEqualTo(List.of(
                        "EOFException, bytes read: 15",
                        "EOFException, bytes read: 18",
                        "EOFException, bytes read: 10",
                        "EOFException, bytes read: 20030"));
    }

    @Test
    void a_line_begins_with_its_type() {
        assertThat(answers(
                        "GET / HTTP/1.1\r\n",
                        "$1\r\n",
                        "*1\r\n*1\r\n",
                        "*2\r\n$3\r\nget\r\n+tea\r\n",
                        "\r\n*1\r\n",
                        "1\r\n"))
                .as("what is not a star, or not a dollar sign, is refused at once")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 1",
                        "MALFORMED, bytes read: 1",
                        "MALFORMED, bytes read: 5",
                        "MALFORMED, bytes read: 14",
                        "MALFORMED, bytes read: 1",
                        "MALFORMED, bytes read: 1"));
    }

    @Test
    void a_line_ends_with_a_line_break() {
        assertThat(answers("*1\n$3\r\ntea\r\n", "*1\r$3\r\ntea\r\n", "*1\r\n$3\n\ntea\r\n", "*1\r\n$3\r\rtea\r\n"))
                .as("a line ends with CR and LF, and any other byte is refused at once")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 3",
                        "MALFORMED, bytes read: 4",
                        "MALFORMED, bytes read: 7",
                        "MALFORMED, bytes read: 8"));
    }

    @Test
    void a_word_ends_with_a_line_break() {
        assertThat(answers(
                        "*1\r\n$3\r\nteapot\r\n",
                        "*1\r\n$3\r\ntea\n\n",
                        "*1\r\n$3\r\ntea\r\r",
                        "*2\r\n$4\r\ntea\r\n$3\r\nmug\r\n",
                        "*1\r\n$0\r\ntea\r\n"))
                .as("if there is no line break where the word should end, the length was wrong")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 12",
                        "MALFORMED, bytes read: 12",
                        "MALFORMED, bytes read: 13",
                        "MALFORMED, bytes read: 13",
                        "MALFORMED, bytes read: 9"));
    }

    @Test
    void a_length_has_no_sign() {
        assertThat(answers(
                        "*1\r\n$-1\r\n",
                        "*1\r\n$-2147483648\r\n",
                        "*1\r\n$+3\r\ntea\r\n",
                        "*-1\r\n",
                        "*+1\r\n$3\r\ntea\r\n",
                        "*-0\r\n"))
                .as("a sign is not a digit, and is refused like any other byte in its place")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 6",
                        "MALFORMED, bytes read: 6",
                        "MALFORMED, bytes read: 6",
                        "MALFORMED, bytes read: 2",
                        "MALFORMED, bytes read: 2",
                        "MALFORMED, bytes read: 2"));
    }

    @Test
    void a_number_has_digits_only() {
        assertThat(answers(
                        "*\r\n$3\r\ntea\r\n",
                        "*1\r\n$\r\ntea\r\n",
                        "* 1\r\n$3\r\ntea\r\n",
                        "*1 \r\n$3\r\ntea\r\n",
                        "*1\r\n$3.\r\ntea\r\n",
                        "*1\r\n$0x3\r\ntea\r\n",
                        "*1\r\n$3/\r\n",
                        "*1\r\n$3:\r\n",
                        "*1\r\n$٣\r\ntea\r\n",
                        "*1\r\n$\0\r\n"))
                .as("a number has one digit at least, and nothing but the digits 0 to 9")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 2",
                        "MALFORMED, bytes read: 6",
                        "MALFORMED, bytes read: 2",
                        "MALFORMED, bytes read: 3",
                        "MALFORMED, bytes read: 7",
                        "MALFORMED, bytes read: 7",
                        "MALFORMED, bytes read: 7",
                        "MALFORMED, bytes read: 7",
                        "MALFORMED, bytes read: 6",
                        "MALFORMED, bytes read: 6"));
    }

    @Test
    void a_byte_may_have_any_value() {
        assertThat(List.of(
                        answerToBytes(0xff, '*', '1', '\r', '\n'),
                        answerToBytes('*', 0xff),
                        answerToBytes('*', '1', 0xff),
                        answerToBytes('*', '1', '\r', 0xff),
                        answerToBytes('*', '1', '\r', '\n', '$', '0', '\r', '\n', 0xff)))
                .as("the byte 255 is not the end of the stream, and is refused like any other in its place")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 1",
                        "MALFORMED, bytes read: 2",
                        "MALFORMED, bytes read: 3",
                        "MALFORMED, bytes read: 4",
                        "MALFORMED, bytes read: 9"));
    }

    @Test
    void a_number_that_does_not_fit_into_an_int_is_refused() {
        assertThat(List.of(
                        answer(WIDEST, "*2147483648\r\n$3\r\ntea\r\n"),
                        answer(WIDEST, "*4294967297\r\n$3\r\ntea\r\n"),
                        answer(WIDEST, "*1\r\n$2147483648\r\ntea\r\n"),
                        answer(WIDEST, "*1\r\n$4294967299\r\ntea\r\n"),
                        answer(WIDEST, "*1\r\n$9999999999\r\ntea\r\n")))
                .as("a number of ten digits may be more than any limit: it is compared as it is, and does not wrap")
                .isEqualTo(List.of(
                        "TOO_MANY_WORDS, bytes read: 13",
                        "TOO_MANY_WORDS, bytes read: 13",
                        "WORD_TOO_LONG, bytes read: 17",
                        "WORD_TOO_LONG, bytes read: 17",
                        "WORD_TOO_LONG, bytes read: 17"));
    }

    @Test
    void a_sum_that_does_not_fit_into_an_int_is_refused() {
        assertThat(List.of(
                        answer(new Limits(10, Integer.MAX_VALUE, 1_000), "*2\r\n$3\r\ntea\r\n$2147483647\r\nmug"),
                        answer(WIDEST, "*2\r\n$3\r\ntea\r\n$2147483647\r\nmug"),
                        answer(WIDEST, "*3\r\n$1\r\nt\r\n$0\r\n\r\n$2147483647\r\nmug")))
                .as("all words together may be more than an int can hold, and the sum does not wrap either")
                .isEqualTo(List.of(
                        "REQUEST_TOO_LONG, bytes read: 26",
                        "REQUEST_TOO_LONG, bytes read: 26",
                        "REQUEST_TOO_LONG, bytes read: 30"));
    }

    @Test
    void a_number_that_never_ends_is_refused() {
        assertThat(answers(
                        "*" + "9".repeat(1_000_000),
                        "*1\r\n$" + "9".repeat(1_000_000),
                        "*1\r\n$99999999999\r\n",
                        "*10000000000\r\n"))
                .as("a number has ten digits at most, so the eleventh one is refused")
                .isEqualTo(List.of(
                        "MALFORMED, bytes read: 12",
                        "MALFORMED, bytes read: 16",
                        "MALFORMED, bytes read: 16",
                        "MALFORMED, bytes read: 12"));
    }

    @Test
    void it_works_with_any_limits() {
        assertThat(List.of(
                        answer(new Limits(2, 4, 6), "*2\r\n" + word(4) + word(2)),
                        answer(new Limits(2, 4, 6), "*3\r\n"),
                        answer(new Limits(2, 4, 6), "*2\r\n" + word(4) + word(3)),
                        answer(new Limits(2, 4, 6), "*2\r\n" + word(2) + word(5)),
                        answer(new Limits(0, 0, 0), "*0\r\n"),
                        answer(new Limits(0, 0, 0), "*1\r\n"),
                        answer(new Limits(1, 0, 0), "*1\r\n$1\r\n"),
                        answer(new Limits(1, 1, 0), "*1\r\n$1\r\n")))
                .as("not only the limits of the examples are held")
                .isEqualTo(List.of(
                        "'tttt' 'tt', bytes read: 22",
                        "TOO_MANY_WORDS, bytes read: 4",
                        "REQUEST_TOO_LONG, bytes read: 18",
                        "WORD_TOO_LONG, bytes read: 16",
                        "no words, bytes read: 4",
                        "TOO_MANY_WORDS, bytes read: 4",
                        "WORD_TOO_LONG, bytes read: 8",
                        "REQUEST_TOO_LONG, bytes read: 8"));
    }

    /// What a client sends, in pieces as a network delivers them, and how much of it was read.
    private static final class Client extends InputStream {

        private static final int PIECE_BYTES = 1_460;

        private final byte[] bytes;
        private int at = 0;

        Client(byte... bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = Math.min(Math.min(length, PIECE_BYTES - at % PIECE_BYTES), bytes.length - at);
            System.arraycopy(bytes, at, buffer, offset, count);
            at += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    /// Returns a word of so many bytes, after the line with its length.
    private static String word(int bytes) {
        return "$%s\r\n%s\r\n".formatted(bytes, "t".repeat(bytes));
    }

    private static List<String> answers(String... streams) {
        return Stream.of(streams).map(stream -> answer(LIMITS, stream)).toList();
    }

    /// Returns what next returns, and how many bytes it has read, as in "'get' 'tea', bytes read: 22". If it throws,
    /// that is the name of the exception; if it takes too much memory, that is said instead.
    private static String answer(Limits limits, String stream) {
        var client = new Client(stream.getBytes(UTF_8));
        return answer(new BoundedReader(client, limits), client);
    }

    /// Returns the answer to a stream that need not be text.
    private static String answerToBytes(int... stream) {
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) stream[i];
        }
        var client = new Client(bytes);
        return answer(new BoundedReader(client, LIMITS), client);
    }

    private static String answer(BoundedReader reader, Client client) {
        int start = client.at;
        long before = allocatedBytes();
        String outcome = outcome(reader);
        long taken = allocatedBytes() - before;
        long allowed = MEMORY_BYTES_FREE + (long) MEMORY_BYTES_PER_BYTE * (client.at - start);
        return "%s, bytes read: %s".formatted(taken > allowed ? "too much memory" : outcome, client.at);
    }

    /// Returns what next returns when it is called three times.
    private static List<String> each(Limits limits, String stream) {
        var client = new Client(stream.getBytes(UTF_8));
        var reader = new BoundedReader(client, limits);
        return Stream.generate(() -> answer(reader, client)).limit(3).toList();
    }

    /// Returns the last request of a stream, and how many there were.
    private static String last(Limits limits, String stream) {
        var client = new Client(stream.getBytes(UTF_8));
        var reader = new BoundedReader(client, limits);
        List<String> outcomes = Stream.generate(() -> outcome(reader))
                .limit(2_000)
                .takeWhile(outcome -> outcome.startsWith("'"))
                .toList();
        return "request %s: %s".formatted(outcomes.size(), outcomes.isEmpty() ? "none" : outcomes.getLast());
    }

    /// Returns three requests as they are when the last one has been read.
    private static List<String> together(Limits limits, String stream) {
        var reader = new BoundedReader(new Client(stream.getBytes(UTF_8)), limits);
        try {
            return List.of(reader.next(), reader.next(), reader.next()).stream()
                    .map(BoundedTest::text)
                    .toList();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return List.of(e.getClass().getSimpleName());
        }
    }

    /// Sends words, and returns whether they are read as they were sent, or what is answered instead of words.
    private static String arrival(String... words) {
        String stream = Stream.of(words)
                .map(word -> "$%s\r\n%s\r\n".formatted(word.getBytes(UTF_8).length, word))
                .collect(Collectors.joining("", "*%s\r\n".formatted(words.length), ""));
        String answer = answer(WIDE, stream).replaceFirst(", bytes read: .*", "");
        String sent = text(new Request(List.of(words)));
        return answer.equals(sent) ? "as it was sent" : answer.startsWith("'") ? "other words" : answer;
    }

    /// Returns a text of so many letters.
    private static String alphabet(int letters) {
        return "abcdefghijklmnopqrstuvwxyz".repeat(letters / 26 + 1).substring(0, letters);
    }

    /// Returns the first beginning of a request that does not lead to an EOFException.
    private static List<String> prefixesWithoutEnd(String request) {
        return IntStream.range(0, request.length())
                .mapToObj(length -> answer(LIMITS, request.substring(0, length)))
                .filter(answer -> !answer.startsWith("EOFException"))
                .limit(1)
                .toList();
    }

    private static String outcome(BoundedReader reader) {
        try {
            return text(reader.next());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String text(Received received) {
        return switch (received) {
            case Refused(var reason) -> reason.name();
            case Request(var words) when words.isEmpty() -> "no words";
            case Request(var words) ->
                words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        };
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
