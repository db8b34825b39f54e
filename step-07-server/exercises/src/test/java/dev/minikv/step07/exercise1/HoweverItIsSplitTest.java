package dev.minikv.step07.exercise1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-7.1")
class HoweverItIsSplitTest {

    private static final String NONE = "none";

    private static final String GET_TEA = "*2\r\n$3\r\nget\r\n$3\r\ntea\r\n";

    private static final String SET_TEA = "*3\r\n$3\r\nset\r\n$3\r\ntea\r\n$13\r\nhot chocolate\r\n";

    private static final String PING = "*1\r\n$4\r\nping\r\n";

    @Test
    void a_request_is_returned() {
        assertThat(received(GET_TEA))
                .as("a request that arrives in one read is returned")
                .isEqualTo(List.of("'get' 'tea'"));
    }

    @Test
    void a_request_has_one_word_or_many() {
        assertThat(List.of(received(PING), received(request("mget", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"))))
                .as("a request has as many words as its first line says")
                .isEqualTo(List.of(List.of("'ping'"), List.of("'mget' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j' 'k'")));
    }

    @Test
    void any_word_is_returned() {
        assertThat(List.of(
                        received(request("set", "", "Grün 🍵\0")),
                        received(request("", " Get ", "\n", "\r")),
                        received(request("set", "*1\r\n$4\r\nping\r\n", "\r\n", "\r\n\r\n")),
                        received(request("*1", "$3", "")),
                        received(request("", "", ""))))
                .as("a word has as many bytes as its length says, none included, and they may be anything")
                .isEqualTo(List.of(
                        List.of("'set' '' 'Grün 🍵\0'"),
                        List.of("'' ' Get ' '\n' '\r'"),
                        List.of("'set' '*1\r\n$4\r\nping\r\n' '\r\n' '\r\n\r\n'"),
                        List.of("'*1' '$3' ''"),
                        List.of("'' '' ''")));
    }

    @Test
    void each_read_may_have_a_request() {
        assertThat(received(GET_TEA, GET_TEA, PING, GET_TEA))
                .as("each request is returned once, even if there was the same before")
                .isEqualTo(List.of("'get' 'tea'", "'get' 'tea'", "'ping'", "'get' 'tea'"));
    }

    @Test
    void a_read_may_have_several_requests() {
        assertThat(received(GET_TEA + PING + PING + SET_TEA))
                .as("all requests that are complete are returned, in the order in which they arrived")
                .isEqualTo(List.of("'get' 'tea', 'ping', 'ping', 'set' 'tea' 'hot chocolate'"));
    }

    @Test
    void a_read_may_have_part_of_a_request() {
        assertThat(received("*2\r\n$3\r\nget\r\n", "$3\r\nt", "ea\r\n"))
                .as("what has arrived of a request is kept until the rest of it arrives")
                .isEqualTo(List.of(NONE, NONE, "'get' 'tea'"));
    }

    @Test
    void a_read_may_end_within_a_number() {
        assertThat(List.of(
                        received("*3\r\n$3\r\nset\r\n$3\r\ntea\r\n$1", "3\r\nhot chocolate\r\n"),
                        received(
                                "*1",
                                "0"
                                        + request("mget", "b", "c", "d", "e", "f", "g", "h", "i", "j")
                                                .substring(3))))
                .as("a number is complete when its line is")
                .isEqualTo(List.of(
                        List.of(NONE, "'set' 'tea' 'hot chocolate'"),
                        List.of(NONE, "'mget' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j'")));
    }

    @Test
    void a_read_may_end_within_a_line_break() {
        assertThat(received("*1\r", "\n$4\r", "\nping\r", "\n*1\r\n$0\r\n\r", "\n"))
                .as("CR and LF may arrive apart, and the request is complete with the last LF")
                .isEqualTo(List.of(NONE, NONE, NONE, "'ping'", "''"));
    }

    @Test
    void a_read_may_end_one_request_and_begin_another() {
        assertThat(received(
                        "*2\r\n$3\r\nget\r\n$3\r\nt",
                        "ea\r\n*1\r\n$4\r\npi",
                        "ng\r\n" + GET_TEA + "*",
                        "1\r\n$4\r\nping\r\n"))
                .as("the bytes after a request are kept: they begin the next one")
                .isEqualTo(List.of(NONE, "'get' 'tea'", "'ping', 'get' 'tea'", "'ping'"));
    }

    @Test
    void a_read_may_end_within_a_word_that_looks_like_a_request() {
        assertThat(received("*2\r\n$4\r\necho\r\n$17\r\nx\r\n", PING, "\r\n"))
                .as("how a word goes on is decided by its length, and not by what a read begins or ends with")
                .isEqualTo(List.of(NONE, NONE, "'echo' 'x\r\n*1\r\n$4\r\nping\r\n'"));
    }

    @Test
    void each_client_has_a_decoder_of_its_own() {
        var decoder = new RequestDecoder();
        var other = new RequestDecoder();

        assertThat(List.of(
                        receive(decoder, "*2\r\n$3\r\nget\r\n$3\r\nte"),
                        receive(other, PING + "*1\r\n$4\r\npi"),
                        receive(decoder, "a\r\n"),
                        receive(other, "ng\r\n")))
                .as("the bytes of one client never end up in a request of another")
                .isEqualTo(List.of(NONE, "'ping'", "'get' 'tea'", "'ping'"));
    }

    @Test
    void a_stream_may_be_cut_once() {
        assertThat(wrong(inTwo(
                        words("ping"),
                        words("set", "Grün", "🍵"),
                        words("hot chocolate"),
                        words("", "\r\n"),
                        words("a"))))
                .as("each request is returned by the read that has its last byte, wherever the cut is")
                .isEqualTo(List.of());
    }

    @Test
    void a_stream_may_be_cut_twice() {
        assertThat(wrong(inThree(words("set", "", "é€🍵\r\n"), words("hot chocolate"), words("\r"))))
                .as("each request is returned by the read that has its last byte, wherever the cuts are")
                .isEqualTo(List.of());
    }

    @Test
    void a_stream_may_arrive_byte_by_byte() {
        assertThat(wrong(inPieces(1, words("hot chocolate"), words("ping"), words("Grün", "🍵\0", ""), words("a"))))
                .as("each request is returned by the read that has its last byte")
                .isEqualTo(List.of());
    }

    @Test
    void a_long_request_may_arrive_in_many_reads() {
        assertThat(wrong(
                        inPieces(7, Collections.nCopies(300, "word"), words("ping")),
                        inPieces(1_000, words("set", "tea", "t".repeat(70_000)), words("ping")),
                        inPieces(70_031, words("set", "tea", "t".repeat(70_000)), words("ping")),
                        inPieces(100_000, words("set", "tea", "é".repeat(70_000)), words("ping")),
                        inPieces(300_000, words("set", "tea", "t".repeat(1_100_000)), words("ping"))))
                .as("there may be any number of reads before a request is complete")
                .isEqualTo(List.of());
    }

    @Test
    void a_read_may_have_a_thousand_requests() {
        assertThat(wrong(
                        inPieces(40_000, Collections.nCopies(2_000, words("get", "tea"))),
                        inPieces(700, Collections.nCopies(200, words("ping")))))
                .as("all requests that are complete are returned, and the beginning of the next one is kept")
                .isEqualTo(List.of());
    }

    @Test
    void a_read_may_have_no_bytes() {
        assertThat(received("", PING, "", "*1\r\n$4\r\npi", "", "", "ng\r\n", ""))
                .as("a read of no bytes completes nothing and loses nothing")
                .isEqualTo(List.of(NONE, "'ping'", NONE, NONE, NONE, NONE, "'ping'", NONE));
    }

    @Test
    void the_buffer_may_be_longer_than_what_was_read() {
        var decoder = new RequestDecoder();

        assertThat(List.of(
                        receive(decoder, bytes("*1\r\n$4\r\nping\r\n" + GET_TEA), 14),
                        receive(decoder, bytes("*1\r\n$4\r\nping\r\n"), 10),
                        receive(decoder, bytes("*1\r\n$4\r\nping\r\n"), 0),
                        receive(decoder, bytes("ng\r\nng\r\nng\r\n"), 4)))
                .as("only the first bytes of the buffer count, as many as were read")
                .isEqualTo(List.of("'ping'", NONE, NONE, "'ping'"));
    }

    @Test
    void the_buffer_is_used_for_the_next_read() {
        assertThat(List.of(
                        receivedInOneBuffer("*2\r\n$3\r\nget\r\n$3\r\nt", "ea\r\n"),
                        receivedInOneBuffer(PING + "*1", "\r\n$4\r\nping", "\r\n" + GET_TEA),
                        receivedInOneBuffer("*1\r\n$4\r\npi", "ng\r\n" + GET_TEA)))
                .as("what is kept of a read is not in the buffer, which has the next read then")
                .isEqualTo(List.of(
                        List.of(NONE, "'get' 'tea'"),
                        List.of("'ping'", NONE, "'ping', 'get' 'tea'"),
                        List.of(NONE, "'ping', 'get' 'tea'")));
    }

    @Test
    void the_buffer_stays_as_it_is() {
        assertThat(List.of(
                        onceReceived(GET_TEA + "*1\r\n$4\r\npi", 32),
                        onceReceived("*1", 2),
                        onceReceived(PING + GET_TEA, 14)))
                .as("the buffer belongs to the caller: its bytes do not change, not even those that were not read now")
                .isEqualTo(List.of(GET_TEA + "*1\r\n$4\r\npi", "*1", PING + GET_TEA));
    }

    @Test
    void what_was_returned_stays_as_it_is() {
        var decoder = new RequestDecoder();
        List<List<String>> first = decoder.receive(bytes(GET_TEA + PING), 36);
        receive(decoder, SET_TEA + "*1\r\n$4\r\n");
        receive(decoder, "echo\r\n");

        assertThat(first)
                .as("requests that were returned do not change when the next ones arrive")
                .isEqualTo(List.of(List.of("get", "tea"), List.of("ping")));
    }

    @Test
    void it_works_for_any_requests() {
        assertThat(received("*2\r\n$6\r\nexpi", "re\r\n$7\r\nTrieste\r\n*1\r\n$5\r\nharb"))
                .as("not only the requests of the examples are returned")
                .isEqualTo(List.of(NONE, "'expire' 'Trieste'"));
    }

    /// What the reads bring, and what each of them should return.
    private record Delivery(List<byte[]> reads, List<String> returned) {}

    /// Returns the first delivery that is not received as it should be.
    @SafeVarargs
    private static List<String> wrong(Stream<Delivery>... deliveries) {
        return Stream.of(deliveries)
                .flatMap(all -> all)
                .flatMap(HoweverItIsSplitTest::wrongRead)
                .limit(1)
                .toList();
    }

    private static Stream<String> wrongRead(Delivery delivery) {
        List<String> received = received(delivery.reads().toArray(byte[][]::new));
        return IntStream.range(0, received.size())
                .filter(i -> !received.get(i).equals(delivery.returned().get(i)))
                .mapToObj(i -> "read %s of %s, with %s bytes: %s instead of %s"
                        .formatted(
                                i + 1,
                                received.size(),
                                delivery.reads().get(i).length,
                                brief(received.get(i)),
                                brief(delivery.returned().get(i))))
                .limit(1);
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    /// Returns requests cut in two, wherever that is possible.
    @SafeVarargs
    private static Stream<Delivery> inTwo(List<String>... requests) {
        return IntStream.range(1, length(requests)).mapToObj(cut -> delivery(List.of(requests), cut));
    }

    /// Returns requests cut in three, wherever that is possible.
    @SafeVarargs
    private static Stream<Delivery> inThree(List<String>... requests) {
        return IntStream.range(1, length(requests))
                .boxed()
                .flatMap(cut -> IntStream.range(cut + 1, length(requests))
                        .mapToObj(second -> delivery(List.of(requests), cut, second)));
    }

    /// Returns requests cut into pieces of so many bytes, and the last one of fewer.
    @SafeVarargs
    private static Stream<Delivery> inPieces(int size, List<String>... requests) {
        return inPieces(size, List.of(requests));
    }

    private static Stream<Delivery> inPieces(int size, List<List<String>> requests) {
        int length = joined(requests).length;
        int[] cuts =
                IntStream.iterate(size, cut -> cut < length, cut -> cut + size).toArray();
        return Stream.of(delivery(requests, cuts));
    }

    private static Delivery delivery(List<List<String>> requests, int... cuts) {
        byte[] bytes = joined(requests);
        var reads = new ArrayList<byte[]>();
        var returned = new ArrayList<String>();
        var coming = new ArrayDeque<>(requests);
        int start = 0;
        int end = 0; // of the requests that have been returned
        for (int cut :
                IntStream.concat(IntStream.of(cuts), IntStream.of(bytes.length)).toArray()) {
            var complete = new ArrayList<List<String>>();
            while (!coming.isEmpty() && end + bytes(coming.peek()).length <= cut) {
                end += bytes(coming.peek()).length;
                complete.add(coming.poll());
            }
            reads.add(Arrays.copyOfRange(bytes, start, cut));
            returned.add(text(complete));
            start = cut;
        }
        return new Delivery(reads, returned);
    }

    @SafeVarargs
    private static int length(List<String>... requests) {
        return joined(List.of(requests)).length;
    }

    private static byte[] joined(List<List<String>> requests) {
        return requests.stream()
                .map(words -> request(words.toArray(String[]::new)))
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static List<String> words(String... words) {
        return List.of(words);
    }

    private static byte[] bytes(List<String> words) {
        return bytes(request(words.toArray(String[]::new)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String request(String... words) {
        return Stream.of(words)
                .map(word -> "$%s\r\n%s\r\n".formatted(word.getBytes(UTF_8).length, word))
                .collect(Collectors.joining("", "*%s\r\n".formatted(words.length), ""));
    }

    /// Returns what each read returns, if these are the bytes that a client sends.
    private static List<String> received(String... reads) {
        return received(Stream.of(reads).map(HoweverItIsSplitTest::bytes).toArray(byte[][]::new));
    }

    private static List<String> received(byte[]... reads) {
        var decoder = new RequestDecoder();
        return Stream.of(reads).map(read -> receive(decoder, read, read.length)).toList();
    }

    /// Returns the same if all reads use one buffer, which is as long as the longest read.
    private static List<String> receivedInOneBuffer(String... reads) {
        var decoder = new RequestDecoder();
        byte[] buffer = new byte[Stream.of(reads).mapToInt(String::length).max().orElseThrow()];
        return Stream.of(reads)
                .map(read -> {
                    byte[] bytes = bytes(read);
                    System.arraycopy(bytes, 0, buffer, 0, bytes.length);
                    return receive(decoder, buffer, bytes.length);
                })
                .toList();
    }

    /// Returns what is in the buffer after a read of so many bytes.
    private static String onceReceived(String text, int length) {
        byte[] buffer = bytes(text);
        receive(new RequestDecoder(), buffer, length);
        return new String(buffer, UTF_8);
    }

    /// Returns the requests of one read as text, as in "'get' 'tea', 'ping'". If the decoder throws, that is the
    /// name of the exception.
    private static String receive(RequestDecoder decoder, byte[] buffer, int length) {
        try {
            return text(decoder.receive(buffer, length));
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String receive(RequestDecoder decoder, String read) {
        byte[] bytes = bytes(read);
        return receive(decoder, bytes, bytes.length);
    }

    private static String text(List<List<String>> requests) {
        return requests.isEmpty()
                ? NONE
                : requests.stream()
                        .map(words ->
                                words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(", "));
    }
}
