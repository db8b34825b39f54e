package dev.minikv.step04.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key that is packed can be unpacked again, and different keys give different longs.
class PackedKeyTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void a_key_of_any_length_is_unpacked_as_it_was_packed(int length) {
        for (String key : keysOf(length)) {
            assertThat(PackedKey.fits(key)).as("%s fits", key).isTrue();
            assertThat(PackedKey.text(PackedKey.head(key), PackedKey.tail(key))).isEqualTo(key);
        }
    }

    @Test
    void keys_that_differ_only_in_zeros_at_the_end_give_different_longs() {
        var longs = new ArrayList<List<Long>>();
        for (int length = 0; length <= 15; length++) {
            String key = "\0".repeat(length);
            longs.add(List.of(PackedKey.head(key), PackedKey.tail(key)));
        }

        assertThat(longs).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void a_key_of_16_chars_does_not_fit() {
        assertThat(PackedKey.fits("0123456789abcdef")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void a_key_with_a_char_beyond_latin_1_does_not_fit_wherever_the_char_is(int length) {
        for (int at = 0; at < length; at++) {
            var key = new StringBuilder("0123456789abcde".substring(0, length));
            key.setCharAt(at, '\u0100');

            assertThat(PackedKey.fits(key.toString())).as("%s", key).isFalse();
        }
    }

    /// Returns keys whose chars are all different, all equal, or the lowest and the highest that fit.
    private static List<String> keysOf(int length) {
        var keys = new ArrayList<>(List.of("0123456789abcde".substring(0, length), "x".repeat(length)));
        var random = new Random(4);
        for (int i = 0; i < 100; i++) {
            var key = new StringBuilder();
            for (int j = 0; j < length; j++) {
                key.append(random.nextBoolean() ? '\0' : '\u00FF');
            }
            keys.add(key.toString());
        }
        return keys;
    }
}
