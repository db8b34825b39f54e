package dev.minikv.step03.repl;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {

    private static final String TEXT = "set größe 大きい\nset 🦀 \uFFFD\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8192}) // bytes per read
    void valid_utf_8_is_read_unchanged(int atOnce) throws IOException {
        assertThat(read(TEXT.getBytes(UTF_8), atOnce)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {8189, 8190, 8191, 8192, 8193, 20_000})
    void a_character_may_lie_across_the_end_of_a_buffer(int before) throws IOException {
        String text = "x".repeat(before) + "🦀".repeat(5000);

        assertThat(read(text.getBytes(UTF_8), Integer.MAX_VALUE)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void each_byte_that_is_not_utf_8_becomes_half_of_a_surrogate_pair(String bytes, String text) throws IOException {
        byte[] input = HexFormat.of().parseHex(bytes);

        assertThat(read(input, 1)).isEqualTo(text);
        assertThat(read(input, Integer.MAX_VALUE)).isEqualTo(text);
    }

    static List<Arguments> each_byte_that_is_not_utf_8_becomes_half_of_a_surrogate_pair() {
        return List.of(
                argumentSet("never a byte of it", "61fffe0a", "a\uDCFF\uDCFE\n"),
                argumentSet("Latin-1", "6ee465", "n\uDCE4e"),
                argumentSet("a character cut short", "61e282620a", "a\uDCE2\uDC82b\n"),
                argumentSet("cut short by the end", "61f09fa6", "a\uDCF0\uDC9F\uDCA6"),
                argumentSet("longer than it has to be", "c080", "\uDCC0\uDC80"),
                argumentSet("half of a surrogate pair", "eda080", "\uDCED\uDCA0\uDC80"),
                argumentSet("beyond the last code point", "f4908080", "\uDCF4\uDC90\uDC80\uDC80"));
    }

    @Test
    void utf_16_is_refused_by_its_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFcount".getBytes(UTF_16LE), 3)).startsWith("\uDCFF\uDCFEc\0o\0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8192})
    void a_byte_order_mark_is_skipped_at_the_very_start_and_nowhere_else(int atOnce) throws IOException {
        assertThat(read("\uFEFFset a\n\uFEFFset b\uFEFF".getBytes(UTF_8), atOnce))
                .isEqualTo("set a\n\uFEFFset b\uFEFF");
        assertThat(read("\uFEFF\uFEFF".getBytes(UTF_8), atOnce)).isEqualTo("\uFEFF");
        assertThat(read("\uFEFF".getBytes(UTF_8), atOnce)).isEmpty();
    }

    @Test
    void it_is_ready_as_long_as_reading_does_not_block() throws IOException {
        var reader = new Utf8Reader(new ByteArrayInputStream("ab".getBytes(UTF_8)));

        assertThat(reader.ready()).isTrue();
        assertThat(reader.read()).isEqualTo('a');
        assertThat(reader.ready()).isTrue();
        assertThat(reader.read()).isEqualTo('b');
        assertThat(reader.ready()).isFalse();
        assertThat(reader.read()).isEqualTo(-1);
        assertThat(reader.read()).isEqualTo(-1);
    }

    private static String read(byte[] bytes, int atOnce) throws IOException {
        var source = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atOnce));
            }
        };
        try (var reader = new Utf8Reader(source)) {
            return reader.readAllAsString();
        }
    }
}
