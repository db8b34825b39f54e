package dev.minikv.step01.exercise3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
                .as("different characters make different keys, even if they look the same")
                .isEqualTo(Optional.of("4 characters"));
    }

    @Test
    void the_same_characters_are_the_same_key() {
        store.set("user", "Alice");
        store.set("set user".substring(4), "Bob");
        Optional<String> found = store.get("get user".substring(4));
        store.delete("delete user".substring(7));

        assertThat(List.of(found, store.get("user")))
                .as("a key is its characters, whichever String object holds them")
                .isEqualTo(List.of(Optional.of("Bob"), Optional.empty()));
    }

    @Test
    void looking_is_exact_too() {
        store.set("user", "Alice");
        store.set("ID", "capitals");
        store.set("caf\u00e9", "4 characters");

        assertThat(List.of(store.get(" user "), store.get("USER"), store.get("id"), store.get("cafe\u0301")))
                .as("get finds the key that it was given, and not a similar one")
                .isEqualTo(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void deleting_is_exact_too() {
        store.set("user", "Alice");
        store.set("ID", "capitals");
        store.set("caf\u00e9", "4 characters");
        store.set("city", "Rome");
        store.delete("city");
        store.delete(" user ");
        store.delete("id");
        store.delete("cafe\u0301");

        assertThat(List.of(store.get("user"), store.get("ID"), store.get("caf\u00e9")))
                .as("delete removes the key that it was given, and not a similar one")
                .isEqualTo(List.of(Optional.of("Alice"), Optional.of("capitals"), Optional.of("4 characters")));
    }

    @Test
    void all_white_space_makes_a_difference() {
        assertThat(confused("", " ", "  ", "\t", "ab", " ab", "ab ", "ab\t", "ab\n", "ab\u00a0", "a b", "a  b"))
                .as("any string is a key, and white space is part of it")
                .isEqualTo(List.of());
    }

    @Test
    void all_capitals_make_a_difference() {
        assertThat(confused("ab", "Ab", "aB", "AB", "i", "I", "ı", "İ", "é", "É", "straße", "STRASSE", "σ", "ς", "Σ"))
                .as("case counts for every letter of every language")
                .isEqualTo(List.of());
    }

    @Test
    void all_characters_make_a_difference() {
        assertThat(confused(
                        "e", "é", "e\u0301", "fi", "ﬁ", "\u00c5", "\u212b", "a", "\u0430", "２", "2", "a\u200b",
                        "a\u00ad"))
                .as("no two characters are the same, however similar they look, and none is dropped")
                .isEqualTo(List.of());
    }

    @Test
    void keys_are_compared_to_the_end() {
        assertThat(confused("Aa", "BB", "😀", "😁", "a", "ab", "long".repeat(100), "long".repeat(100) + "er"))
                .as("keys are the same only if all of their characters are the same")
                .isEqualTo(List.of());
    }

    /// Tries each pair of these keys in a store of its own, and returns the pairs that were confused.
    private static List<String> confused(String... keys) {
        var confused = new ArrayList<String>();
        for (String key : keys) {
            for (String other : keys) {
                var store = new ExactStore();
                store.set(key, "its value");
                boolean isFound = store.get(other).isPresent();
                store.delete(other);
                boolean isDeleted = store.get(key).isEmpty();
                store.set(key, "its value");
                store.set(other, "another value");
                boolean isSet = !store.get(key).equals(Optional.of("its value"));
                if (!key.equals(other) && (isFound || isDeleted || isSet)) {
                    confused.add("'%s' and '%s'".formatted(key, other));
                }
            }
        }
        return confused;
    }
}
