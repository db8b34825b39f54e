package dev.minikv.step03.exercise4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.4")
class DidYouMeanTest {

    @Test
    void a_key_too_far_away_is_not_suggested() {
        assertThat(among("name", "weather").to("colour"))
                .as("a key that is too far from the word is not suggested, even if none is nearer")
                .isEqualTo(List.of());
    }

    @Test
    void a_letter_may_be_extra_missing_or_wrong() {
        assertThat(answers(among("note", "plant", "time"), "notes", "plan", "tide"))
                .as("one extra letter, one missing letter or one wrong letter is one slip")
                .isEqualTo(List.of("notes -> note", "plan -> plant", "tide -> time"));
    }

    @Test
    void a_part_is_not_a_misspelling_of_the_whole() {
        assertThat(answers(among("flower", "sun", "sunflower"), "sunf", "lower", "sunflowes"))
                .as("letters that are missing or extra at one end count like any others")
                .isEqualTo(List.of("sunf -> sun", "lower -> flower", "sunflowes -> sunflower"));
    }

    @Test
    void a_short_word_may_have_one_slip_or_none() {
        assertThat(answers(among("a", "ox", "fox", "garden"), "", "b", "ax", "oxx", "fix", "ffix", "gordn"))
                .as("slips allowed: none in up to 2 letters of the word, one in 3 to 5")
                .isEqualTo(List.of(
                        " -> nothing",
                        "b -> nothing",
                        "ax -> nothing",
                        "oxx -> ox",
                        "fix -> fox",
                        "ffix -> nothing",
                        "gordn -> nothing"));
    }

    @Test
    void a_word_may_have_one_slip_for_every_three_letters() {
        assertThat(answers(among("garden", "telephone"), "gerdon", "gartens", "kartens", "kelepnon", "kelepnome"))
                .as("slips allowed: two in 6 to 8 letters, three in 9")
                .isEqualTo(List.of(
                        "gerdon -> garden",
                        "gartens -> garden",
                        "kartens -> nothing",
                        "kelepnon -> nothing",
                        "kelepnome -> telephone"));
    }

    @Test
    void a_long_word_may_have_more_slips() {
        SimilarKeys keys = among("acknowledgement", "architecture");

        assertThat(answers(keys, "arkhidegtur", "arkhidegtore", "ocknuwletgenend"))
                .as("slips allowed: three in 11 letters, four in 12, five in 15")
                .isEqualTo(List.of(
                        "arkhidegtur -> nothing",
                        "arkhidegtore -> architecture",
                        "ocknuwletgenend -> acknowledgement"));
    }

    @Test
    void slips_add_up_whatever_they_are() {
        assertThat(answers(among("garden", "sunlight"), "ardeng", "gardenia", "sunlit"))
                .as("two slips may be one extra and one missing letter, two extra or two missing letters")
                .isEqualTo(List.of("ardeng -> garden", "gardenia -> garden", "sunlit -> sunlight"));
    }

    @Test
    void every_char_is_a_letter() {
        SimilarKeys keys = among("a:2", "abc", "b😀", "folder456");

        assertThat(answers(keys, "a:1", "a😀", "abc😀", "folder123"))
                .as("a word of three chars may have one slip, whatever chars they are; an emoji is two")
                .isEqualTo(List.of("a:1 -> a:2", "a😀 -> b😀", "abc😀 -> nothing", "folder123 -> folder456"));
    }

    @Test
    void a_space_is_a_letter_too() {
        assertThat(answers(among("abc", "date ", "x-y"), "abc ", "x z", "date", "dxte   "))
                .as("a space counts like any other letter, and a key is shown with its spaces")
                .isEqualTo(List.of("abc  -> abc", "x z -> nothing", "date -> date ", "dxte    -> nothing"));
    }

    @Test
    void the_nearest_come_first_and_at_most_three() {
        assertThat(among("burden", "gardens", "garment", "harden", "warden").to("garden"))
                .as("fewest slips first, then in the order of String.compareTo, at most three")
                .isEqualTo(List.of("gardens", "harden", "warden"));
    }

    @Test
    void two_slips_are_nearer_than_three() {
        assertThat(among("backboarder", "backboards", "blackboards").to("blackboard"))
                .as("fewest slips first, however many they are")
                .isEqualTo(List.of("blackboards", "backboards", "backboarder"));
    }

    @Test
    void exchanged_neighbours_are_one_slip() {
        assertThat(among("emit", "idem", "teem", "tide", "time").to("tiem"))
                .as("two neighbours exchanged are one slip, and so is one wrong letter")
                .isEqualTo(List.of("teem", "time"));
    }

    @Test
    void an_exchange_may_be_anywhere_and_need_not_be() {
        assertThat(answers(among("need", "time"), "itme", "tmie", "needs", "mite", "meti"))
                .as("an exchange swaps two neighbours, and counts only where it makes the distance smaller")
                .isEqualTo(
                        List.of("itme -> time", "tmie -> time", "needs -> need", "mite -> nothing", "meti -> nothing"));
    }

    @Test
    void an_exchange_may_be_one_of_two_slips() {
        assertThat(answers(among("garden"), "gradem", "agrdne", "xgardne"))
                .as("an exchange is one slip, whatever the other is and wherever it is")
                .isEqualTo(List.of("gradem -> garden", "agrdne -> garden", "xgardne -> garden"));
    }

    @Test
    void no_letter_takes_part_in_two_slips() {
        assertThat(answers(among("copyabc", "matchca"), "copyca", "matchabc"))
                .as("from ca to abc is three slips: nothing comes between two letters that are exchanged")
                .isEqualTo(List.of("copyca -> nothing", "matchabc -> nothing"));
    }

    @Test
    void case_is_not_a_slip() {
        assertThat(answers(among("Dates", "Orbit", "ärger"), "dATE", "OBRIT", "ÄRGE"))
                .as("a letter in the other case is the same letter, and a key is shown as it is stored")
                .isEqualTo(List.of("dATE -> Dates", "OBRIT -> Orbit", "ÄRGE -> ärger"));
    }

    @Test
    void every_other_difference_is_a_slip() {
        SimilarKeys keys = among("[]", "är", "cafe", "caf\u00e9", "cafe\u0301s");

        assertThat(answers(keys, "{}", "ar", "cafe\u0301"))
                .as(
                        "another bracket is a wrong letter, and so is a letter with an accent, which may be a separate char")
                .isEqualTo(List.of("{} -> nothing", "ar -> nothing", "cafe\u0301 -> cafe, cafe\u0301s"));
    }

    @Test
    void only_an_equal_word_is_a_key() {
        SimilarKeys keys = among("BBtree", "DATE", "TIME", "Time", "data", "time");

        assertThat(answers(keys, "DATA", "tIme", "Aatree"))
                .as(
                        "a key that differs only in case has no slip, and is suggested; an equal hash code does not make a key equal")
                .isEqualTo(List.of("DATA -> data, DATE", "tIme -> TIME, Time, time", "Aatree -> BBtree"));
    }

    @Test
    void capitals_come_first_among_the_equally_near() {
        assertThat(among("hinter", "Sinter", "wander").to("winter"))
                .as("String.compareTo sorts capitals before small letters")
                .isEqualTo(List.of("Sinter", "hinter", "wander"));
    }

    @Test
    void case_is_not_a_slip_in_any_language() {
        assertThat(List.of(
                        in("Turkish", "tr", () -> among("id").to("ID")),
                        in("Azerbaijani", "az", () -> among("id").to("ID"))))
                .as("i and I are the same letter even on a computer that is set to Turkish")
                .isEqualTo(List.of("Turkish: id", "Azerbaijani: id"));
    }

    @Test
    void a_word_that_is_a_key_is_not_a_misspelling() {
        SimilarKeys keys = among("", "DATA", "ab", "data", "name", "names");

        assertThat(answers(keys, "name", "names", "ab", "DATA", ""))
                .as("for a word that is a key there is nothing to suggest, whatever its value")
                .isEqualTo(List.of(
                        "name -> nothing", "names -> nothing", "ab -> nothing", "DATA -> nothing", " -> nothing"));
    }

    @Test
    void any_word_and_any_keys_will_do() {
        assertThat(among("Orbit", "comet", "robot").to("obrit"))
                .as("it works for any word and any keys, not only for those of the examples")
                .isEqualTo(List.of("Orbit"));
    }

    @Test
    void long_keys_and_many_keys_will_do() {
        int ofLongOnes = among("note".repeat(30)).to("nota".repeat(30)).size();

        assertThat(List.of(ofLongOnes, among(rooms(200)).to("room2O0")))
                .as("a long key is found, because 120 letters allow 40 slips, and so is one key among 200")
                .isEqualTo(List.of(1, List.of("room20", "room200", "room10")));
    }

    @Test
    void the_store_is_asked_each_time() {
        var store = new MiniKvStore(Limits.DEFAULT);
        var keys = new SimilarKeys(store);
        store.set("name", "some value");
        var first = keys.to("nane");
        store.delete("name");
        var second = keys.to("nane");
        store.set("lane", "some value");

        assertThat(List.of(first, second, keys.to("nane")))
                .as("the keys that count are those that the store has when it is asked")
                .isEqualTo(List.of(List.of("name"), List.of(), List.of("lane")));
    }

    @Test
    void each_store_has_keys_of_its_own() {
        SimilarKeys plants = among("tulip");
        SimilarKeys stars = among("comet");

        assertThat(List.of(plants.to("tulep"), stars.to("comit")))
                .as("the keys that count are those of its own store, and there may be several stores")
                .isEqualTo(List.of(List.of("tulip"), List.of("comet")));
    }

    /// Returns suggestions from a store with these keys. Their values are empty, but they are keys nevertheless.
    private static SimilarKeys among(String... keys) {
        var store = new MiniKvStore(Limits.DEFAULT);
        for (String key : keys) {
            store.set(key, "");
        }
        return new SimilarKeys(store);
    }

    /// Returns each word with its suggestions. It asks with a copy of the word, an equal but different object.
    private static List<String> answers(SimilarKeys keys, String... words) {
        return Stream.of(words)
                .map(word -> word + " -> " + listed(keys.to(new String(word))))
                .toList();
    }

    private static String listed(List<String> keys) {
        return keys.isEmpty() ? "nothing" : String.join(", ", keys);
    }

    /// Returns the keys from `room1` to the room with the last number.
    private static String[] rooms(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> "room" + number)
                .toArray(String[]::new);
    }

    /// Returns the suggestions on a computer that is set to a language.
    private static String in(String language, String code, Supplier<List<String>> suggestions) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of(code));
        try {
            return language + ": " + listed(suggestions.get());
        } finally {
            Locale.setDefault(before);
        }
    }
}
