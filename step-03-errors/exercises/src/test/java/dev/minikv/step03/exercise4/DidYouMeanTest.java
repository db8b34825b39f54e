package dev.minikv.step03.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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
    void a_letter_may_be_too_many_too_few_or_wrong() {
        assertThat(List.of(
                        among("note").to("notes"),
                        among("plant").to("plan"),
                        among("time").to("tide")))
                .as("one letter too many, one too few or one wrong is one slip")
                .isEqualTo(List.of(List.of("note"), List.of("plant"), List.of("time")));
    }

    @Test
    void a_beginning_is_no_misspelling() {
        assertThat(among("note", "notebook").to("not"))
                .as("letters that are missing at the end count like any others")
                .isEqualTo(List.of("note"));
    }

    @Test
    void a_word_may_have_one_slip_for_every_three_letters() {
        SimilarKeys keys = among("a", "ox", "fox", "garden");

        assertThat(List.of(keys.to(""), keys.to("ax"), keys.to("fix"), keys.to("gordn"), keys.to("gerdon")))
                .as("slips allowed: none in up to 2 letters, one in 3 to 5, two in 6 to 8")
                .isEqualTo(List.of(List.of(), List.of(), List.of("fox"), List.of(), List.of("garden")));
    }

    @Test
    void a_long_word_may_have_more_slips() {
        SimilarKeys keys = among("telephone", "architecture");

        assertThat(List.of(keys.to("kelepnon"), keys.to("kelepnome"), keys.to("arkhidegtore")))
                .as("slips allowed: two in 8 letters, three in 9, four in 12")
                .isEqualTo(List.of(List.of(), List.of("telephone"), List.of("architecture")));
    }

    @Test
    void every_char_is_a_letter() {
        assertThat(List.of(among("a:2").to("a:1"), among("b😀").to("a😀")))
                .as("a word of three chars may have one slip, whatever chars they are; an emoji is two")
                .isEqualTo(List.of(List.of("a:2"), List.of("b😀")));
    }

    @Test
    void the_nearest_come_first_and_at_most_three() {
        assertThat(among("burden", "gardens", "garment", "harden", "warden").to("garden"))
                .as("fewest slips first, then in the order of String.compareTo, at most three")
                .isEqualTo(List.of("gardens", "harden", "warden"));
    }

    @Test
    void exchanged_neighbours_are_one_slip() {
        assertThat(among("emit", "idem", "teem", "tide", "time").to("tiem"))
                .as("two neighbours exchanged are one slip, and so is one wrong letter")
                .isEqualTo(List.of("teem", "time"));
    }

    @Test
    void an_exchange_may_be_anywhere_and_need_not_be() {
        assertThat(List.of(
                        among("time").to("itme"),
                        among("time").to("tmie"),
                        among("need").to("needs")))
                .as("an exchange counts where it helps: two equal neighbours are right as they are")
                .isEqualTo(List.of(List.of("time"), List.of("time"), List.of("need")));
    }

    @Test
    void no_letter_takes_part_in_two_slips() {
        assertThat(List.of(among("copyabc").to("copyca"), among("copyca").to("copyabc")))
                .as("from ca to abc are three slips: nothing comes between two letters that are exchanged")
                .isEqualTo(List.of(List.of(), List.of()));
    }

    @Test
    void case_is_no_slip() {
        assertThat(List.of(among("Dates").to("dATE"), among("Orbit").to("OBRIT")))
                .as("a letter in the other case is the same letter, and a key is shown as it is stored")
                .isEqualTo(List.of(List.of("Dates"), List.of("Orbit")));
    }

    @Test
    void only_an_equal_word_is_a_key() {
        assertThat(List.of(
                        among("DATE", "data").to("DATA"),
                        among("DATA", "Data", "data").to("dAta")))
                .as("a key that differs in case only has no slip, and is suggested")
                .isEqualTo(List.of(List.of("data", "DATE"), List.of("DATA", "Data", "data")));
    }

    @Test
    void capitals_come_first_among_the_equally_near() {
        assertThat(among("hinter", "Sinter", "wander").to("winter"))
                .as("String.compareTo has capitals before small letters")
                .isEqualTo(List.of("Sinter", "hinter", "wander"));
    }

    @Test
    void case_is_no_slip_in_Turkish_either() {
        assertThat(inTurkish(() -> among("id").to("ID")))
                .as("on a computer that is set to Turkish, i and I are the same letter as elsewhere")
                .isEqualTo(List.of("id"));
    }

    @Test
    void a_word_that_is_a_key_is_no_misspelling() {
        assertThat(among("name", "names").to("name"))
                .as("for a word that is a key there is nothing to suggest")
                .isEqualTo(List.of());
    }

    @Test
    void any_word_and_any_keys_will_do() {
        assertThat(among("Orbit", "comet", "robot").to("obrit"))
                .as("any word and any keys will do, not only those of the examples")
                .isEqualTo(List.of("Orbit"));
    }

    @Test
    void the_store_is_asked_each_time() {
        var store = new MiniKvStore(Limits.DEFAULT);
        var keys = new SimilarKeys(store);
        store.set("name", "some value");
        var first = keys.to("nane");
        store.set("lane", "some value");
        store.delete("name");

        assertThat(List.of(first, keys.to("nane")))
                .as("what counts are the keys that the store has when it is asked")
                .isEqualTo(List.of(List.of("name"), List.of("lane")));
    }

    /// Returns suggestions from a store with these keys.
    private static SimilarKeys among(String... keys) {
        var store = new MiniKvStore(Limits.DEFAULT);
        for (String key : keys) {
            store.set(key, "some value");
        }
        return new SimilarKeys(store);
    }

    /// Returns what is suggested on a computer that is set to Turkish.
    private static List<String> inTurkish(Supplier<List<String>> suggestions) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            return suggestions.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
