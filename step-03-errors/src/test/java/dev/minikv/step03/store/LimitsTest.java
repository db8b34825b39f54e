package dev.minikv.step03.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 'maxKeyChars must be at least 1, and is 0'",
        "-1, 1, 1, 'maxKeyChars must be at least 1, and is -1'",
        "1, 0, 1, 'maxValueChars must be at least 1, and is 0'",
        "1, 1, 0, 'maxEntries must be at least 1, and is 0'"
    })
    void limits_that_let_nothing_in_are_a_bug(int maxKeyChars, int maxValueChars, int maxEntries, String message) {
        assertThatThrownBy(() -> new Limits(maxKeyChars, maxValueChars, maxEntries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void the_smallest_limits_let_one_entry_in() {
        var store = new MiniKvStore(new Limits(1, 1, 1));

        assertThat(store.set("k", "v")).isEqualTo(new Success<>(Optional.empty()));
        assertThat(store.set("j", "v")).isEqualTo(new Failure<>(new StoreError.StoreFull(1)));
    }

    @Test
    void by_default_a_store_takes_a_key_of_1000_chars_and_a_value_of_1000000() {
        var store = new MiniKvStore(Limits.DEFAULT);

        boolean stored = store.set("k".repeat(1_000), "v".repeat(1_000_000)) instanceof Success;

        assertThat(stored).isTrue();
        assertThat(store.set("k".repeat(1_001), "v")).isEqualTo(new Failure<>(new StoreError.KeyTooLong(1_001, 1_000)));
        assertThat(store.set("k", "v".repeat(1_000_001)))
                .isEqualTo(new Failure<>(new StoreError.ValueTooLong(1_000_001, 1_000_000)));
    }
}
