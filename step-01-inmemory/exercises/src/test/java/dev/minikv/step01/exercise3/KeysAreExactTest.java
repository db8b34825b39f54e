package dev.minikv.step01.exercise3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.3")
class KeysAreExactTest {

    private final ExactStore store = new ExactStore();

    @Test
    void white_space_belongs_to_a_key() {
        store.set("user", "without spaces");
        store.set(" user ", "with spaces");

        assertThat(store.get("user"))
                .as("a key with spaces around it is another key")
                .isEqualTo(Optional.of("without spaces"));
    }

    @Test
    void case_belongs_to_a_key() {
        store.set("id", "small letters");
        store.set("ID", "capitals");

        assertThat(store.get("id"))
                .as("the same letters in capitals make another key")
                .isEqualTo(Optional.of("small letters"));
    }

    @Test
    void case_belongs_to_a_key_in_Turkish_too() {
        store.set("kapı", "small letters");
        store.set("KAPI", "capitals");

        assertThat(store.get("kapı"))
                .as("the same letters in capitals make another key, in every language")
                .isEqualTo(Optional.of("small letters"));
    }

    @Test
    void spelling_belongs_to_a_key() {
        store.set("caf\u00e9", "4 characters");
        store.set("cafe\u0301", "5 characters");

        assertThat(store.get("caf\u00e9"))
                .as("other characters make another key, even if both look the same")
                .isEqualTo(Optional.of("4 characters"));
    }

    @Test
    void the_same_characters_are_the_same_key() {
        store.set("user", "Alice");

        assertThat(store.get("get user".substring(4)))
                .as("a key is its characters, whichever String object holds them")
                .isEqualTo(Optional.of("Alice"));
    }

    @Test
    void deleting_is_exact_too() {
        store.set("user", "Alice");
        store.delete(" user ");

        assertThat(store.get("user"))
                .as("delete removes the key that it was given, and no other one")
                .isEqualTo(Optional.of("Alice"));
    }

    @Test
    void any_text_is_a_key() {
        store.set("", "nothing");
        store.set(" ", "a space");

        assertThat(store.get(""))
                .as("any text is a key, not only that of the examples")
                .isEqualTo(Optional.of("nothing"));
    }
}
