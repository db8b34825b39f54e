package dev.minikv.step03.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.4")
class DidYouMeanTest {

    @Test
    void what_is_too_far_is_not_suggested() {
        assertThat(among("name", "weather").to("colour"))
                .as("a key that is too far from the word is no suggestion, even if none is nearer")
                .isEqualTo(List.of());
    }

    @Test
    void a_word_may_have_one_slip_for_every_three_letters() {
        SimilarKeys keys = among("ox", "fox", "garden");

        assertThat(List.of(keys.to("ax"), keys.to("fix"), keys.to("gordn"), keys.to("gerdon")))
                .as("slips allowed: none in 2 letters, one in 3 to 5, two in 6 to 8")
                .isEqualTo(List.of(List.of(), List.of("fox"), List.of(), List.of("garden")));
    }

    @Test
    void the_empty_word_is_no_misspelling() {
        assertThat(among("a", "b").to(""))
                .as("where there are no letters, none can be wrong")
                .isEqualTo(List.of());
    }

    @Test
    void exchanged_neighbours_are_one_slip() {
        assertThat(among("emit", "idem", "teem", "tide", "time").to("tiem"))
                .as("two neighbours exchanged are one slip, and so is one wrong letter")
                .isEqualTo(List.of("teem", "time"));
    }

    @Test
    void case_is_no_slip() {
        assertThat(among("DATE", "data").to("DATA"))
                .as("a key that differs in case only has no slip, and is shown as it is stored")
                .isEqualTo(List.of("data", "DATE"));
    }

    @Test
    void a_word_that_is_a_key_is_no_misspelling() {
        assertThat(among("name", "names").to("name"))
                .as("for a word that is a key there is nothing to suggest")
                .isEqualTo(List.of());
    }

    @Test
    void a_beginning_is_no_misspelling() {
        assertThat(among("note", "notebook").to("not"))
                .as("letters that are missing at the end count like any others")
                .isEqualTo(List.of("note"));
    }

    @Test
    void the_nearest_come_first_and_at_most_three() {
        assertThat(among("burden", "gardens", "garment", "harden", "warden").to("garden"))
                .as("fewest slips first, then in the order of String.compareTo, at most three")
                .isEqualTo(List.of("gardens", "harden", "warden"));
    }

    @Test
    void any_word_and_any_keys_will_do() {
        assertThat(among("Orbit", "comet", "robot").to("obrit"))
                .as("any word and any keys will do, not only those of the examples")
                .isEqualTo(List.of("Orbit"));
    }

    /// Returns suggestions from a store with these keys.
    private static SimilarKeys among(String... keys) {
        var store = new MiniKvStore(Limits.DEFAULT);
        for (String key : keys) {
            store.set(key, "some value");
        }
        return new SimilarKeys(store);
    }
}
