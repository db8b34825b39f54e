package dev.minikv.step07.exercise3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-7.3")
class BinaryTest {

    private static final byte[] ABSENT = null;

    private static final byte[] TEA = value("tea");

    @Test
    void values_are_encoded() {
        assertThat(List.of(encoded(value("tea")), encoded(value("hot chocolate"), value("tea"), value(" ")), encoded()))
                .as("a reply has the number of values, and for each value its length and the value")
                .isEqualTo(List.of(
                        "*1\r\n$3\r\ntea\r\n", "*3\r\n$13\r\nhot chocolate\r\n$3\r\ntea\r\n$1\r\n \r\n", "*0\r\n"));
    }

    @Test
    void values_stay_as_they_are() {
        byte[] mug = value("mug\r");
        encoded(mug, ABSENT);

        assertThat(show(mug)).as("encode changes no value").isEqualTo("mug\r");
    }

    @Test
    void values_are_decoded() {
        assertThat(List.of(
                        decoded("*1\r\n$3\r\ntea\r\n"),
                        decoded("*3\r\n$13\r\nhot chocolate\r\n$3\r\ntea\r\n$1\r\n \r\n"),
                        decoded("*0\r\n")))
                .as("the values of a reply are returned, in their order")
                .isEqualTo(List.of(List.of("'tea'"), List.of("'hot chocolate'", "'tea'", "' '"), List.of()));
    }

    @Test
    void a_reply_stays_as_it_is() {
        byte[] reply = value("*2\r\n$5\r\nmug\r\n\r\n$-1\r\n");
        decoded(reply);

        assertThat(show(reply)).as("decode does not change the reply").isEqualTo("*2\r\n$5\r\nmug\r\n\r\n$-1\r\n");
    }

    @Test
    void absence_is_encoded() {
        assertThat(List.of(encoded(ABSENT, TEA, ABSENT), encoded(ABSENT, ABSENT, value("null")), encoded(ABSENT)))
                .as("where there is no value, the length is -1, and neither a value nor its line break follows")
                .isEqualTo(List.of(
                        "*3\r\n$-1\r\n$3\r\ntea\r\n$-1\r\n", "*3\r\n$-1\r\n$-1\r\n$4\r\nnull\r\n", "*1\r\n$-1\r\n"));
    }

    @Test
    void absence_is_decoded() {
        assertThat(List.of(
                        decoded("*3\r\n$-1\r\n$3\r\ntea\r\n$-1\r\n"),
                        decoded("*3\r\n$-1\r\n$-1\r\n$4\r\nnull\r\n"),
                        decoded("*1\r\n$-1\r\n")))
                .as("where the length is -1, there is no value, and the next line is about the next one")
                .isEqualTo(List.of(
                        List.of("absent", "'tea'", "absent"),
                        List.of("absent", "absent", "'null'"),
                        List.of("absent")));
    }

    @Test
    void an_empty_value_is_encoded() {
        assertThat(encoded(value(""), TEA, ABSENT, value("")))
                .as("an empty value has the length 0, and is not absent")
                .isEqualTo("*4\r\n$0\r\n\r\n$3\r\ntea\r\n$-1\r\n$0\r\n\r\n");
    }

    @Test
    void an_empty_value_is_decoded() {
        assertThat(List.of(
                        decoded("*4\r\n$0\r\n\r\n$3\r\ntea\r\n$-1\r\n$0\r\n\r\n"),
                        decoded("*2\r\n$0\r\n\r\n$0\r\n\r\n")))
                .as("a value with the length 0 is empty, and not absent")
                .isEqualTo(List.of(List.of("''", "'tea'", "absent", "''"), List.of("''", "''")));
    }

    @Test
    void a_length_is_written_in_bytes() {
        assertThat(List.of(encoded(value("Grün"), TEA), encoded(value("€"), value("🍵"))))
                .as("a length is how many bytes there are, and one character may have up to four")
                .isEqualTo(List.of("*2\r\n$5\r\nGrün\r\n$3\r\ntea\r\n", "*2\r\n$3\r\n€\r\n$4\r\n🍵\r\n"));
    }

    @Test
    void a_length_is_read_in_bytes() {
        assertThat(List.of(
                        decoded("*2\r\n$5\r\nGrün\r\n$3\r\ntea\r\n"), decoded("*3\r\n$3\r\n€\r\n$4\r\n🍵\r\n$-1\r\n")))
                .as("the value has as many bytes as its length says, and the next line begins two bytes later")
                .isEqualTo(List.of(List.of("'Grün'", "'tea'"), List.of("'€'", "'🍵'", "absent")));
    }

    @Test
    void line_breaks_are_encoded() {
        assertThat(List.of(
                        encoded(value("\r"), value("\n"), value("a\r\nb")),
                        encoded(value("\r\ntea\r\n"), value("\n\r"))))
                .as("a value may have CR and LF, alone or together, at its ends or within")
                .isEqualTo(List.of(
                        "*3\r\n$1\r\n\r\r\n$1\r\n\n\r\n$4\r\na\r\nb\r\n", "*2\r\n$7\r\n\r\ntea\r\n\r\n$2\r\n\n\r\r\n"));
    }

    @Test
    void line_breaks_are_decoded() {
        assertThat(List.of(
                        decoded("*3\r\n$1\r\n\r\r\n$1\r\n\n\r\n$4\r\na\r\nb\r\n"),
                        decoded("*2\r\n$7\r\n\r\ntea\r\n\r\n$2\r\n\n\r\r\n")))
                .as("a line break ends a value only where its length says so")
                .isEqualTo(List.of(List.of("'\r'", "'\n'", "'a\r\nb'"), List.of("'\r\ntea\r\n'", "'\n\r'")));
    }

    @Test
    void what_looks_like_a_reply_is_encoded() {
        assertThat(encoded(value("$-1"), value("-1"), value("*1\r\n$3\r\ntea\r\n"), value("$3"), value("$-1\r\n")))
                .as("a value may look like part of a reply")
                .isEqualTo(
                        "*5\r\n$3\r\n$-1\r\n$2\r\n-1\r\n$13\r\n*1\r\n$3\r\ntea\r\n\r\n$2\r\n$3\r\n$5\r\n$-1\r\n\r\n");
    }

    @Test
    void what_looks_like_a_reply_is_decoded() {
        assertThat(decoded(
                        "*5\r\n$3\r\n$-1\r\n$2\r\n-1\r\n$13\r\n*1\r\n$3\r\ntea\r\n\r\n$2\r\n$3\r\n$5\r\n$-1\r\n\r\n"))
                .as("what looks like part of a reply is a value if its length says so")
                .isEqualTo(List.of("'$-1'", "'-1'", "'*1\r\n$3\r\ntea\r\n'", "'$3'", "'$-1\r\n'"));
    }

    @Test
    void bytes_that_are_not_text_are_encoded() {
        assertThat(List.of(
                        encoded(hex("ff fe 00 41")),
                        encoded(hex("c3"), hex("bc")),
                        encoded(hex("ed a0 80"), hex("ef bb bf 41"), hex("75 cc 88"))))
                .as("a value is bytes, and need not be text")
                .isEqualTo(
                        List.of(
                                "2a 31 0d 0a 24 34 0d 0a ff fe 00 41 0d 0a",
                                "2a 32 0d 0a 24 31 0d 0a c3 0d 0a 24 31 0d 0a bc 0d 0a",
                                "2a 33 0d 0a 24 33 0d 0a ed a0 80 0d 0a 24 34 0d 0a ef bb bf 41 0d 0a 24 33 0d 0a 75 cc 88 0d 0a"));
    }

    @Test
    void bytes_that_are_not_text_are_decoded() {
        assertThat(
                        List.of(
                                decoded(hex("2a 31 0d 0a 24 34 0d 0a ff fe 00 41 0d 0a")),
                                decoded(hex("2a 32 0d 0a 24 31 0d 0a c3 0d 0a 24 31 0d 0a bc 0d 0a")),
                                decoded(
                                        hex(
                                                "2a 33 0d 0a 24 33 0d 0a ed a0 80 0d 0a 24 34 0d 0a ef bb bf 41 0d 0a 24 33 0d 0a 75 cc 88 0d 0a"))))
                .as("a value is bytes, and need not be text")
                .isEqualTo(List.of(
                        List.of("ff fe 00 41"), List.of("c3", "bc"), List.of("ed a0 80", "'\uFEFFA'", "'u\u0308'")));
    }

    @Test
    void any_bytes_are_encoded() {
        assertThat(wronglyEncoded(shortValues()))
                .as("a value may have any bytes")
                .isEqualTo(List.of());
    }

    @Test
    void any_bytes_are_decoded() {
        assertThat(wronglyDecoded(shortValues()))
                .as("a value may have any bytes")
                .isEqualTo(List.of());
    }

    @Test
    void long_replies_are_encoded() {
        assertThat(wronglyEncoded(longReplies()))
                .as("a value may have a million bytes, and a reply thousands of values")
                .isEqualTo(List.of());
    }

    @Test
    void long_replies_are_decoded() {
        assertThat(wronglyDecoded(longReplies()))
                .as("a value may have a million bytes, and a reply thousands of values")
                .isEqualTo(List.of());
    }

    @Test
    void it_works_for_any_values() {
        assertThat(List.of(
                        encoded(value("ŽIŽKA"), ABSENT, hex("00 9c"), value("river\r")),
                        ""
                                + decoded(hex(
                                        "2a 32 0d 0a 24 37 0d 0a c5 bd 49 c5 bd 4b 41 0d 0a 24 32 0d 0a 0d 9c 0d 0a"))))
                .as("not only the values of the examples are encoded and decoded")
                .isEqualTo(List.of(
                        "2a 34 0d 0a 24 37 0d 0a c5 bd 49 c5 bd 4b 41 0d 0a 24 2d 31 0d 0a "
                                + "24 32 0d 0a 00 9c 0d 0a 24 36 0d 0a 72 69 76 65 72 0d 0d 0a",
                        "['ŽIŽKA', 0d 9c]"));
    }

    /// Returns replies with one value each, which together are all values of one byte and of two.
    private static Stream<List<byte[]>> shortValues() {
        return Stream.concat(
                IntStream.range(0, 1 << 8).mapToObj(each -> List.of(new byte[] {(byte) each})),
                IntStream.range(0, 1 << 16).mapToObj(pair -> List.of(new byte[] {(byte) (pair >> 8), (byte) pair})));
    }

    private static Stream<List<byte[]>> longReplies() {
        return Stream.of(
                Stream.of(9, 10, 99, 100, 127, 128, 255, 256)
                        .map(BinaryTest::bytes)
                        .toList(),
                List.of(bytes(70_000), TEA),
                Collections.nCopies(2, bytes(1_000_000)),
                Collections.nCopies(12, TEA),
                Collections.nCopies(5_000, bytes(3)));
    }

    /// Returns so many bytes, always the same.
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /// Returns the first reply that is not encoded as it should be.
    private static List<String> wronglyEncoded(Stream<List<byte[]>> replies) {
        return replies.filter(values -> !isWellEncoded(values))
                .limit(1)
                .map(values -> "%s: %s".formatted(described(values), brief(encoded(values.toArray(byte[][]::new)))))
                .toList();
    }

    /// Returns the first reply that is not decoded as it should be.
    private static List<String> wronglyDecoded(Stream<List<byte[]>> replies) {
        return replies.filter(values -> !isWellDecoded(values))
                .limit(1)
                .map(values -> "%s: %s".formatted(described(values), brief(decoded(reply(values)))))
                .toList();
    }

    private static boolean isWellEncoded(List<byte[]> values) {
        try {
            return Arrays.equals(
                    ReplyCodec.encode(values.stream().map(Optional::of).toList()), reply(values));
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static boolean isWellDecoded(List<byte[]> values) {
        try {
            return Arrays.deepEquals(
                    ReplyCodec.decode(reply(values)).stream()
                            .map(value -> value.orElse(ABSENT))
                            .toArray(),
                    values.toArray());
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static byte[] reply(List<byte[]> values) {
        var reply = new ByteArrayOutputStream();
        reply.writeBytes(value("*" + values.size() + "\r\n"));
        values.forEach(value -> {
            reply.writeBytes(value("$" + value.length + "\r\n"));
            reply.writeBytes(value);
            reply.writeBytes(value("\r\n"));
        });
        return reply.toByteArray();
    }

    /// Returns the values of a reply, or only their lengths if they are long.
    private static String described(List<byte[]> values) {
        String shown = shown(values).toString();
        return shown.length() <= 100
                ? "a reply of " + shown
                : "a reply of %s values, their lengths %s"
                        .formatted(
                                values.size(),
                                brief(values.stream().map(value -> value.length).toList()));
    }

    private static String brief(Object shown) {
        String text = shown.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    private static byte[] value(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] hex(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    /// Returns a reply as encode returns it: as text, or in hexadecimal if it is not UTF-8. If encode throws, that
    /// is the name of the exception.
    private static String encoded(byte[]... values) {
        try {
            return show(ReplyCodec.encode(
                    Stream.of(values).map(Optional::ofNullable).toList()));
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static List<String> decoded(String reply) {
        return decoded(value(reply));
    }

    /// Returns the values of a reply, as in "'tea'", "absent" and "ff fe". If decode throws, that is the name of the
    /// exception.
    private static List<String> decoded(byte[] reply) {
        try {
            return shown(ReplyCodec.decode(reply).stream()
                    .map(value -> value.orElse(ABSENT))
                    .toList());
        } catch (RuntimeException e) {
            return List.of(e.getClass().getSimpleName());
        }
    }

    private static List<String> shown(List<byte[]> values) {
        return values.stream().map(BinaryTest::shown).toList();
    }

    private static String shown(byte[] value) {
        return value == ABSENT ? "absent" : isText(value) ? "'" + show(value) + "'" : show(value);
    }

    private static String show(byte[] bytes) {
        return isText(bytes)
                ? new String(bytes, UTF_8)
                : HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private static boolean isText(byte[] bytes) {
        return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
    }
}
