package dev.minikv.step05.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step05.format.Format.Decoded;
import dev.minikv.step05.repl.ScriptFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is true of every format.
class FormatTest {

    private static final int RANDOM_MAPS = Integer.getInteger("maps", 2_000);

    private static final List<Entry<String, String>> AWKWARD = List.of(
            Map.entry("", ""),
            Map.entry("comma, \"quote\", 'quote'", " spaces at both ends "),
            Map.entry("two\nlines", "three\r\n\rlines\n"),
            Map.entry("☕ 漢字 🦀", "\u0000\u0085\u2028\uFEFF\uFFFD"),
            Map.entry("# end,CRC-32C 00000000", "key,value"),
            Map.entry("long", "x".repeat(70_000)),
            Map.entry("=1+1", "\\n %n \\"));

    static Stream<Format> formats() {
        return Stream.of(new ScriptFormat(), new CsvFormat(), new BinaryFormat());
    }

    private static byte[] encode(Format format, List<Entry<String, String>> entries) {
        var out = new ByteArrayOutputStream();
        try {
            format.encode(entries, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static boolean canHold(Format format, String text) {
        try {
            format.encode(List.of(Map.entry(text, "")), OutputStream.nullOutputStream());
            return true;
        } catch (CharacterCodingException _) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void what_was_written_is_read(Format format) {
        for (List<Entry<String, String>> entries :
                List.of(AWKWARD, AWKWARD.subList(0, 1), List.<Entry<String, String>>of())) {
            assertThat(format.decode(encode(format, entries))).isEqualTo(new Decoded(entries, List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void chance_finds_no_entries_that_come_back_different(Format format) {
        var random = new Random(5);
        for (int i = 0; i < RANDOM_MAPS; i++) {
            var entries = new ArrayList<Entry<String, String>>();
            for (int n = random.nextInt(5); n > 0; n--) {
                entries.add(Map.entry(text(random, format), text(random, format)));
            }

            assertThat(format.decode(encode(format, entries))).isEqualTo(new Decoded(entries, List.of()));
        }
    }

    private static String text(Random random, Format format) {
        var text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            int[] odd = {'"', ',', '\'', '\\', '\n', '\r', ' ', '\t', '#', '%', 0, 0x85, 0xD83E, 0xDD80, 0xFEFF, 0x1F980
            };
            text.appendCodePoint(random.nextBoolean() ? odd[random.nextInt(odd.length)] : random.nextInt(0x3000));
        }
        return canHold(format, text.toString()) ? text.toString() : "";
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_format_knows_its_own_files_and_no_others(Format format) {
        List<String> recognized = formats()
                .filter(other -> format.recognizes(encode(other, AWKWARD)))
                .map(Format::name)
                .toList();

        assertThat(recognized).containsExactly(format.name());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void no_prefix_passes_for_the_whole(Format format) {
        byte[] whole = encode(format, AWKWARD);
        int checked = 0;
        for (int length = 0; length < whole.length; length += length < 500 || length > whole.length - 500 ? 1 : 97) {
            Decoded decoded = format.decode(Arrays.copyOf(whole, length));

            assertThat(decoded.damages()).as("of the first %d bytes", length).isNotEmpty();
            assertThat(AWKWARD).as("of the first %d bytes", length).containsAll(decoded.entries());
            checked++;
        }
        assertThat(checked).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void no_flipped_bit_passes(Format format) {
        List<Entry<String, String>> few =
                List.of(Map.entry("name", "Ada"), Map.entry("note", "two,  \"words\""), Map.entry("🦀", ""));
        byte[] whole = encode(format, few);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Decoded decoded = format.decode(flipped);

            assertThat(format.recognizes(flipped) && decoded.damages().isEmpty())
                    .as("bit %d of byte %d passes", bit % 8, bit / 8)
                    .isFalse();
            if (format.provesEntries()) {
                assertThat(few)
                        .as("what is left after a flip of bit %d of byte %d", bit % 8, bit / 8)
                        .containsAll(decoded.entries());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void any_bytes_give_an_answer(Format format) {
        var random = new Random(7);
        byte[] whole = encode(format, AWKWARD.subList(0, 5));
        for (int i = 0; i < RANDOM_MAPS; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 20));
            for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }

            assertThat(format.decode(bytes)).isNotNull();
        }
    }

    @Test
    void a_binary_file_is_byte_for_byte_what_its_description_says() {
        byte[] bytes = encode(new BinaryFormat(), List.of(Map.entry("k", "☕")));

        assertThat(HexFormat.of().formatHex(bytes)).startsWith("6d696e696b7600" + "01" + "00000001");
        assertThat(HexFormat.of().formatHex(bytes)).contains("0103" + "6b" + "e29895");
        assertThat(bytes).hasSize(16 + 2 + 1 + 3 + 4 + 4);
    }

    @Test
    void a_damaged_header_of_a_binary_file_costs_no_entry() {
        List<Entry<String, String>> entries = List.of(Map.entry("a", "1"), Map.entry("b", "2"));
        byte[] whole = encode(new BinaryFormat(), entries);
        for (int bit = 7 * 8; bit < 16 * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(new BinaryFormat().decode(flipped).entries()).isEqualTo(entries);
        }
    }

    @Test
    void a_number_of_entries_that_are_not_there_is_damage() {
        byte[] bytes = encode(new BinaryFormat(), List.of());
        Arrays.fill(bytes, 8, 12, (byte) 0xFF);
        for (int end : new int[] {12, 16}) {
            var checksum = new CRC32C();
            checksum.update(bytes, 0, end);
            ByteBuffer.wrap(bytes).putInt(end, (int) checksum.getValue());
        }

        assertThat(new BinaryFormat().decode(bytes))
                .isEqualTo(new Decoded(List.of(), List.of(new Damage(Damage.Kind.CUT_SHORT, 16))));
    }

    @Test
    void what_only_begins_like_our_csv_is_not_ours() {
        assertThat(new CsvFormat().recognizes("key,value,ttl\n".getBytes(UTF_8)))
                .isFalse();
        assertThat(new CsvFormat().recognizes("key,value\n".getBytes(UTF_8))).isTrue();
    }

    /// Files that were written once, and have to be read for ever.
    @ParameterizedTest
    @MethodSource("formats")
    void files_of_version_1_are_read(Format format) throws IOException {
        try (var golden = FormatTest.class.getResourceAsStream("version-1." + format.name())) {
            assertThat(format.decode(golden.readAllBytes())).isEqualTo(new Decoded(AWKWARD.subList(0, 5), List.of()));
        }
    }

    @Test
    void csv_has_quotes_where_they_are_needed() {
        String csv = new String(encode(new CsvFormat(), AWKWARD.subList(0, 2)), UTF_8);

        assertThat(csv)
                .startsWith(
                        "key,value\r\n\"\",\"\"\r\n\"comma, \"\"quote\"\", 'quote'\",\" spaces at both ends \"\r\n# end,CRC-32C ");
    }

    /// The other tests run on code that is not fully optimized. A compiler has made an encoder write one text for
    /// another: the bytes of a key where those of its value belonged.
    @Test
    void what_fully_optimized_code_writes_is_read() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), Optimized.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader(UTF_8).readAllAsString()).isEqualTo("60 stores were read\n");
    }

    private static final class Optimized {

        public static void main(String[] arguments) {
            var random = new Random(1);
            List<Entry<String, String>> entries = Stream.generate(
                            () -> Map.entry("key " + random.nextInt(), "value " + "x".repeat(random.nextInt(60))))
                    .limit(20_000)
                    .toList();
            int read = 0;
            for (Format format : formats().toList()) {
                for (int i = 0; i < 20; i++) {
                    read += format.decode(encode(format, entries)).entries().equals(entries) ? 1 : 0;
                }
            }
            System.out.println(read + " stores were read");
        }
    }

    @Test
    void half_of_a_surrogate_pair_is_held_by_scripts_only() {
        for (String text :
                List.of("\uD83E", "\uDD80", "\uDD80\uD83E", "a\uD83E", "\uD83Ea", "x".repeat(5_000) + "\uD83E")) {
            assertThat(formats().filter(format -> canHold(format, text)).map(Format::name))
                    .as(text)
                    .containsExactly("script");
        }
    }
}
