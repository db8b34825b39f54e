package dev.minikv.step05.exercise2;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.minikv.step05.format.Damage;
import dev.minikv.step05.store.Result.Failure;
import dev.minikv.step05.store.Result.Success;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-5.2")
class LengthFirstTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    @Test
    void each_string_has_its_length_first() {
        assertThat(encoded("tea", "", "no"))
                .as("out gets the number of strings, and then for each string its length and its bytes")
                .isEqualTo("00 00 00 03 00 00 00 03 74 65 61 00 00 00 00 00 00 00 02 6e 6f");
    }

    @Test
    void an_empty_list_has_a_number_too() {
        assertThat(encoded())
                .as("the number of strings is written even if it is 0")
                .isEqualTo("00 00 00 00");
    }

    @Test
    void a_length_counts_bytes() {
        assertThat(List.of(encoded("é"), encoded("猫"), encoded("😀")))
                .as("the length is the number of bytes in UTF-8: not of chars, and not of characters")
                .isEqualTo(List.of(
                        "00 00 00 01 00 00 00 02 c3 a9",
                        "00 00 00 01 00 00 00 03 e7 8c ab",
                        "00 00 00 01 00 00 00 04 f0 9f 98 80"));
    }

    @Test
    void a_number_has_four_bytes() throws IOException {
        String text = "😀".repeat(0x00010204 / 4);

        assertThat(List.of(start(strings(0x010281)), start(List.of(text))))
                .as("a number has four bytes, the highest first, and does not wrap at 65,536")
                .isEqualTo(List.of("00 01 02 81 00 00 00 01", "00 00 00 01 00 01 02 04"));
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(List.of(
                        encoded("\uD83D"),
                        encoded("tea\uDE00"),
                        encoded("\uD83Dtea"),
                        encoded("\uDE00\uD83D"),
                        encoded("no😀\uD83D\uD83D\uDE00no"),
                        encoded("a".repeat(1_000) + "\uD83D")))
                .as("half of a surrogate pair, wherever it is, has no bytes in UTF-8: nothing is written")
                .isEqualTo(nCopies(6, "string 0 refused"));
    }

    @Test
    void nothing_is_written_before_a_refusal() {
        assertThat(List.of(encoded("tea", "\uD83D"), encoded("tea", "\uD83D\uDE00", "\uDE00", "no", "\uD83D")))
                .as("the first string with half of a pair is named, and the strings before it are not written")
                .isEqualTo(List.of("string 1 refused", "string 2 refused"));
    }

    @Test
    void out_is_open_for_more() throws IOException {
        var out = new Output();

        Lengths.encode(List.of("a"), out);
        Lengths.encode(List.of("\uD83D"), out);
        Lengths.encode(List.of(), out);

        assertThat(out.toString())
                .as("out belongs to the caller, who may write more to it: encode does not close it")
                .isEqualTo("00 00 00 01 00 00 00 01 61 00 00 00 00");
    }

    @Test
    void strings_are_read_by_their_lengths() {
        assertThat(each(
                        "00 00 00 00",
                        "00 00 00 01 00 00 00 04 f0 9f 98 80",
                        "00 00 00 03 00 00 00 02 c3 a9 00 00 00 00 00 00 00 05 74 0a 00 20 61"))
                .as("decode reads the number of strings, and of each string the length and as many bytes")
                .isEqualTo(List.of(List.of(), List.of("😀"), List.of("é", "", "t\n\0 a")));
    }

    @Test
    void every_list_is_read_back() {
        assertThat(Stream.of(
                                List.<String>of(),
                                List.of(""),
                                List.of("", "", ""),
                                List.of("tea", "tea"),
                                List.of(" tea ", "\t", "\r\n"),
                                List.of("\0", "\uFEFFtea"),
                                List.of("e\u0301"),
                                List.of("é"),
                                List.of("\uFFFD"),
                                List.of("\uD83D\uDE00"),
                                List.of("\uFFFF"))
                        .map(LengthFirstTest::readBack)
                        .toList())
                .as("a list comes back equal: no string is left out, added or changed")
                .isEqualTo(List.of(
                        List.<String>of(),
                        List.of(""),
                        List.of("", "", ""),
                        List.of("tea", "tea"),
                        List.of(" tea ", "\t", "\r\n"),
                        List.of("\0", "\uFEFFtea"),
                        List.of("e\u0301"),
                        List.of("é"),
                        List.of("\uFFFD"),
                        List.of("\uD83D\uDE00"),
                        List.of("\uFFFF")));
    }

    @Test
    void a_string_of_any_length_is_read_back() {
        assertThat(Stream.of(127, 128, 255, 256, 32_768, 65_535, 65_536, 1_048_577)
                        .filter(length -> isChanged(List.of("a".repeat(length), "b")))
                        .toList())
                .as("a string has no limit of its own")
                .isEqualTo(List.of());
    }

    @Test
    void a_list_of_any_length_is_read_back() {
        assertThat(Stream.of(128, 256, 65_536)
                        .filter(length -> isChanged(strings(length)))
                        .toList())
                .as("a list has no limit of its own")
                .isEqualTo(List.of());
    }

    @Test
    void every_character_is_read_back() {
        assertThat(everyCharacter()
                        .filter(text -> isChanged(List.of(text)))
                        .limit(1)
                        .toList())
                .as("a string may contain any character, so no character is free to mean something else")
                .isEqualTo(List.of());
    }

    @Test
    void what_is_missing_is_damage() {
        assertThat(each(
                        "",
                        "00 00 00",
                        "00 00 00 01",
                        "00 00 00 01 00 00",
                        "00 00 00 01 00 00 00 03 74 65",
                        "00 00 00 02 00 00 00 01 61",
                        "00 00 00 02 00 00 00 01 61 00 00 00 05 62 62 62 62",
                        "01 00 00 00",
                        "00 00 00 01 01 00 00 00 61"))
                .as("if the number or a string is not all there, the damage is where the number or that string begins")
                .isEqualTo(List.of(
                        "CUT_SHORT at 0",
                        "CUT_SHORT at 0",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 9",
                        "CUT_SHORT at 9",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 4"));
    }

    @Test
    void it_is_damage_wherever_it_is_cut() {
        assertThat(everyPrefix("00 00 00 02 00 00 00 03 74 65 61 00 00 00 02 c3 a9"))
                .as("4 cuts hit the number, 7 the first string, and 6 the second: each is damage")
                .isEqualTo(List.of("4 times CUT_SHORT at 0", "7 times CUT_SHORT at 4", "6 times CUT_SHORT at 11"));
    }

    @Test
    void a_number_alone_takes_no_memory() {
        assertThat(List.of(
                        megabytes("01 00 00 00"),
                        megabytes("01 00 00 01 00 00 00 01 61 00 00 00 01 62"),
                        megabytes("00 00 00 01 01 00 00 00"),
                        megabytes("00 00 00 02 00 00 00 01 61 01 00 00 00 62")))
                .as("bytes that only claim to be many take as little memory as they are: below 1 MB")
                .isEqualTo(List.of(0, 0, 0, 0));
    }

    @Test
    void a_number_has_no_sign() {
        assertThat(each(
                        "ff ff ff ff",
                        "80 00 00 00 00 00 00 01 61",
                        "00 00 00 01 ff ff ff ff 61",
                        "00 00 00 01 80 00 00 00",
                        "00 00 00 01 7f ff ff ff 61",
                        "00 00 00 02 00 00 00 01 61 ff ff ff fc"))
                .as("the largest numbers are larger than what follows, never negative: the string is cut short")
                .isEqualTo(List.of(
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 9",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 4",
                        "CUT_SHORT at 9"));
    }

    @Test
    void bytes_that_are_not_utf_8_are_damage() {
        assertThat(each(
                        "00 00 00 01 00 00 00 01 ff",
                        "00 00 00 01 00 00 00 03 61 c3 28",
                        "00 00 00 01 00 00 00 03 61 80 62",
                        "00 00 00 01 00 00 00 02 c0 80",
                        "00 00 00 01 00 00 00 03 ed a0 bd",
                        "00 00 00 01 00 00 00 06 ed a0 bd ed b8 80",
                        "00 00 00 01 00 00 00 04 ef bf bd ff",
                        "00 00 00 01 00 00 00 04 f4 90 80 80",
                        "00 00 00 01 00 00 00 41" + " 61".repeat(0x40) + " ff",
                        "00 00 00 02 00 00 00 01 61 00 00 00 01 c3"))
                .as("bytes that no string has in UTF-8 are damage where their string begins, and are not replaced")
                .isEqualTo(List.of(
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 4",
                        "NOT_UTF8 at 9"));
    }

    @Test
    void what_follows_the_end_is_damage() {
        assertThat(each(
                        "00 00 00 00 00",
                        "00 00 00 00 00 00 00 00",
                        "00 00 00 01 00 00 00 01 61 00 00 00 01 62",
                        "00 00 00 01 00 00 00 00 0a 0a",
                        "00 00 00 00 ff ff ff ff ff"))
                .as("after the last string there is nothing: the first byte more is damage")
                .isEqualTo(List.of(
                        "AFTER_END at 4", "AFTER_END at 4", "AFTER_END at 9", "AFTER_END at 8", "AFTER_END at 4"));
    }

    @Test
    void the_first_damage_is_the_answer() {
        assertThat(each(
                        "00 00 00 02 00 00 00 01 ff 00 00 00 02 61",
                        "00 00 00 02 00 00 00 01 ff 00 00 00 01 fe",
                        "00 00 00 01 00 00 00 01 ff 61",
                        "00 00 00 02 00 00 00 01 61 00 00 00 03 ff fe"))
                .as("the damage that begins first is the answer; a string is read only if it is all there")
                .isEqualTo(List.of("NOT_UTF8 at 4", "NOT_UTF8 at 4", "NOT_UTF8 at 4", "CUT_SHORT at 9"));
    }

    @Test
    void a_length_may_not_split_a_character() {
        assertThat(each("00 00 00 01 00 00 00 01 c3 a9", "00 00 00 02 00 00 00 02 e7 8c 00 00 00 01 ab"))
                .as("each string is UTF-8 by itself: a character does not continue after its end")
                .isEqualTo(List.of("NOT_UTF8 at 4", "NOT_UTF8 at 4"));
    }

    @Test
    void answers_come_from_what_was_given() {
        assertThat(List.of(
                        encoded("Mars", "", "ö"),
                        encoded("Po", "Nil", "Po", "\uD801"),
                        decoded("00 00 00 02 00 00 00 02 c3 b6 00 00 00 04 4d 61 72 73"),
                        decoded("00 00 00 03 00 00 00 02 c3 b6 00 00 00 01 f0 00 00 00 00"),
                        decoded("00 00 00 02 00 00 00 03 c3 b6 61 00 00 00 04 4d 61 72")))
                .as("it works for any strings and any bytes, not only for those of the examples")
                .isEqualTo(List.of(
                        "00 00 00 03 00 00 00 04 4d 61 72 73 00 00 00 00 00 00 00 02 c3 b6",
                        "string 3 refused",
                        List.of("ö", "Mars"),
                        "NOT_UTF8 at 10",
                        "CUT_SHORT at 11"));
    }

    /// Where `encode` writes to: a closed one takes nothing more.
    private static final class Output extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean closed = false;

        @Override
        public void write(int b) {
            if (!closed) {
                bytes.write(b);
            }
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            if (!closed) {
                bytes.write(source, offset, length);
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        @Override
        public String toString() {
            return HEX.formatHex(bytes());
        }
    }

    /// Returns the bytes that `encode` writes, or which string it refuses.
    private static String encoded(String... strings) {
        var out = new Output();
        try {
            OptionalInt refused = Lengths.encode(List.of(strings), out);
            if (refused.isEmpty()) {
                return out.toString();
            }
            String written = out.bytes().length == 0 ? "" : ", after writing " + out;
            return "string " + refused.getAsInt() + " refused" + written;
        } catch (IOException | RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    /// Returns the first 8 bytes that `encode` writes.
    private static String start(List<String> strings) throws IOException {
        var out = new Output();
        Lengths.encode(strings, out);
        return HEX.formatHex(Arrays.copyOf(out.bytes(), 8));
    }

    /// Returns what `decode` makes of what `encode` writes.
    private static Object readBack(List<String> strings) {
        var out = new Output();
        try {
            Lengths.encode(strings, out);
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
        return decoded(out.bytes());
    }

    private static boolean isChanged(List<String> strings) {
        return !readBack(strings).equals(strings);
    }

    /// Returns a list of different strings.
    private static List<String> strings(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    /// Returns what `decode` makes of bytes that are given in hex, each.
    private static List<Object> each(String... bytes) {
        return Stream.of(bytes).map(LengthFirstTest::decoded).toList();
    }

    private static Object decoded(String bytes) {
        return decoded(bytes.isEmpty() ? new byte[0] : HEX.parseHex(bytes));
    }

    /// Returns the strings, or the damage and its place.
    private static Object decoded(byte[] bytes) {
        try {
            return switch (Lengths.decode(bytes)) {
                case Success(List<String> strings) -> strings;
                case Failure(Damage damage) -> damage.kind() + " at " + damage.offset();
            };
        } catch (RuntimeException | OutOfMemoryError e) {
            return e.getClass().getSimpleName();
        }
    }

    /// Returns what `decode` makes of no bytes, the first one, the first two and so on up to all but one:
    /// each answer, and how often it is given.
    private static List<String> everyPrefix(String bytes) {
        byte[] all = HEX.parseHex(bytes);
        Map<Object, Long> answers = IntStream.range(0, all.length)
                .mapToObj(length -> decoded(Arrays.copyOf(all, length)))
                .collect(groupingBy(answer -> answer, LinkedHashMap::new, counting()));
        return answers.entrySet().stream()
                .map(answer -> answer.getValue() + " times " + answer.getKey())
                .toList();
    }

    /// Returns how many megabytes of memory `decode` asks for.
    private static int megabytes(String bytes) {
        decoded("00 00 00 01 00 00 00 01 ff"); // so that loading classes does not count
        decoded("00 00 00 01 00 00 00 00 00");
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        decoded(bytes);
        return (int) ((threads.getCurrentThreadAllocatedBytes() - before) / 1_000_000);
    }

    /// Returns strings that together contain every character up to U+1FFFF, emoji included, except halves of
    /// surrogate pairs.
    private static Stream<String> everyCharacter() {
        return IntStream.rangeClosed(0, 0x1FFFF / 1024)
                .map(part -> 1024 * part)
                .filter(first -> first < Character.MIN_SURROGATE || first > Character.MAX_SURROGATE)
                .mapToObj(first -> IntStream.range(first, first + 1024)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
