package dev.minikv.step03.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.exercise1.RenameResult.KeyAbsent;
import dev.minikv.step03.exercise1.RenameResult.KeyTaken;
import dev.minikv.step03.exercise1.RenameResult.Renamed;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.1")
class ResultsThatCannotBeIgnoredTest {

    private final RenamingStore store = new RenamingStore();

    @Test
    void a_renamed_key_takes_its_value_along() {
        store.set("name", " Alice ");
        store.set("first name", " Alice ");
        store.set("kind of name", "nick");
        store.rename("name", "nick");
        var moved = gets("name", "nick", "first name", "kind of name");
        store.rename("nick", "name");
        var movedBack = gets("name", "nick", "first name", "kind of name");

        assertThat(List.of(moved, movedBack))
                .as("the value is under the new key and only there, and other keys keep their values")
                .isEqualTo(List.of(
                        "name: none, nick:  Alice , first name:  Alice , kind of name: nick",
                        "name:  Alice , nick: none, first name:  Alice , kind of name: nick"));
    }

    @Test
    void a_rename_names_both_keys() {
        store.set("name", "Alice");

        assertThat(List.of(store.rename("name", "nick"), store.rename("nick", " nick "), store.rename(" nick ", "a")))
                .as("a successful rename returns Renamed, with the old key and the new one")
                .isEqualTo(List.of(
                        new Renamed("name", "nick"), new Renamed("nick", " nick "), new Renamed(" nick ", "a")));
    }

    @Test
    void an_absent_key_is_a_result() {
        var inAnEmptyStore = store.rename("name", "nick");
        store.set("nick", "Bob");
        store.set("old", "Carol");
        store.rename("old", "new");

        assertThat(List.of(
                        inAnEmptyStore,
                        store.rename("name", "nick"),
                        store.rename("age", "years"),
                        store.rename("old", "new"),
                        store.rename("", "years")))
                .as("if there is nothing to rename, the result is KeyAbsent, with the old key")
                .isEqualTo(List.of(
                        new KeyAbsent("name"),
                        new KeyAbsent("name"),
                        new KeyAbsent("age"),
                        new KeyAbsent("old"),
                        new KeyAbsent("")));
    }

    @Test
    void a_taken_key_is_a_result() {
        store.set("name", "Alice");
        store.set("nick", "Bob");
        store.set("alias", "Bob");
        store.set("city", "Paris");
        store.set(" blank ", " ");

        assertThat(List.of(
                        store.rename("name", "nick"), store.rename("alias", "nick"), store.rename("city", " blank ")))
                .as("if the new key has a value, any value, the result is KeyTaken, with the new key")
                .isEqualTo(List.of(new KeyTaken("nick"), new KeyTaken("nick"), new KeyTaken(" blank ")));
    }

    @Test
    void a_refused_rename_changes_nothing() {
        store.set("name", " Bob ");
        store.set("nick", "Alice");
        store.set("third key", "");
        renameTwice("name", "nick");
        renameTwice("third key", "nick");
        renameTwice("name", "name");
        renameTwice("age", "nick");
        renameTwice("age", "years");
        renameTwice("age", "age");
        var refused = gets("name", "nick", "third key", "age", "years");

        assertThat(List.of(
                        refused,
                        store.rename("nick", "age"),
                        store.rename("name", "nick"),
                        store.rename("age", "years")))
                .as("a refused rename changes nothing: every key keeps its value, and a free key stays free")
                .isEqualTo(List.of(
                        "name:  Bob , nick: Alice, third key: , age: none, years: none",
                        new Renamed("nick", "age"),
                        new Renamed("name", "nick"),
                        new Renamed("age", "years")));
    }

    @Test
    void a_key_is_taken_by_itself() {
        store.set("name", "Alice");
        var sameKey = new StringBuilder("name").toString();

        assertThat(List.of(store.rename("name", "name"), store.rename("name", sameKey), store.rename("nick", "nick")))
                .as("a key that is renamed to itself is taken if it has a value, and absent if it has none")
                .isEqualTo(List.of(new KeyTaken("name"), new KeyTaken("name"), new KeyAbsent("nick")));
    }

    @Test
    void the_empty_string_is_a_key_and_a_value() {
        store.set("name", "");
        store.set("nick", "Bob");
        store.set("", "Carol");

        assertThat(List.of(
                        store.rename("nick", "name"),
                        store.rename("name", "nick"),
                        store.rename("name", "name"),
                        store.rename("age", "name"),
                        store.rename("name", ""),
                        store.rename("", "key"),
                        store.rename("name", ""),
                        gets("key", "")))
                .as("an empty value takes its key and is moved like any other value, and so is an empty key")
                .isEqualTo(List.of(
                        new KeyTaken("name"),
                        new KeyTaken("nick"),
                        new KeyTaken("name"),
                        new KeyAbsent("age"),
                        new KeyTaken(""),
                        new Renamed("", "key"),
                        new Renamed("name", ""),
                        "key: Carol, : "));
    }

    @Test
    void keys_are_compared_exactly() {
        store.set("Aa", "Alice");
        var longKey = "a key of more than twenty characters";

        assertThat(foundUnder("Aa", "BB", "bb", " bb", "b b", " ", "  ", "\t", "é", "É", "e", longKey, "E"))
                .as("keys that differ in any way are two keys: the value moves from each to the next")
                .isEqualTo(List.of("BB", "bb", " bb", "b b", " ", "  ", "\t", "é", "É", "e", longKey, "E"));
    }

    @Test
    void a_key_that_is_only_similar_is_absent() {
        store.set("name", "Alice");
        store.set("BB", "Bob");

        assertThat(List.of(store.rename("NAME", "a"), store.rename(" name ", "a"), store.rename("Aa", "a")))
                .as("only an equal key has the value, and the result has the key that was asked for")
                .isEqualTo(List.of(new KeyAbsent("NAME"), new KeyAbsent(" name "), new KeyAbsent("Aa")));
    }

    @Test
    void the_compiler_knows_every_result() {
        assertThat(results(RenameResult.class))
                .as("RenameResult is sealed: its records are all the results there are")
                .isEqualTo("KeyAbsent, KeyTaken, Renamed");
    }

    @Test
    void each_result_has_its_own_words() {
        var results = List.of(new Renamed("name", "nick"), new KeyAbsent("name"), new KeyTaken("nick"));

        assertThat(results.stream().map(RenameWording::of).toList())
                .as("the user reads the result, and the key that it is about")
                .isEqualTo(List.of("Renamed 'name' to 'nick'", "Key 'name' not found", "Key 'nick' is taken"));
    }

    @Test
    void words_come_from_the_result() {
        var odd = " It's 100% {to} {key} $1 \\ é 日本\n of far more than twenty characters ";
        var results = List.of(
                new Renamed(odd, ""),
                new Renamed("", odd),
                new Renamed("b", "b"),
                new KeyAbsent(""),
                new KeyAbsent(odd),
                new KeyTaken(""),
                new KeyTaken(odd));

        assertThat(results.stream().map(RenameWording::of).toList())
                .as("the words contain any key, not only those of the examples")
                .isEqualTo(List.of(
                        "Renamed '" + odd + "' to ''",
                        "Renamed '' to '" + odd + "'",
                        "Renamed 'b' to 'b'",
                        "Key '' not found",
                        "Key '" + odd + "' not found",
                        "Key '' is taken",
                        "Key '" + odd + "' is taken"));
    }

    @Test
    void one_more_result_does_not_compile() throws ReflectiveOperationException {
        assertThat(OneMoreResult.words())
                .as("a result that the switch does not name must not compile, so nothing may stand for it")
                .isEqualTo("none: it would not compile");
    }

    private void renameTwice(String from, String to) {
        store.rename(from, to);
        store.rename(from, to);
    }

    /// Returns the value under each key.
    private String gets(String... keys) {
        return Stream.of(keys)
                .map(key -> key + ": " + store.get(key).orElse("none"))
                .collect(Collectors.joining(", "));
    }

    /// Renames each key to the next, and returns the keys that have a value after each rename.
    private List<String> foundUnder(String... keys) {
        return IntStream.range(1, keys.length)
                .mapToObj(i -> {
                    store.rename(keys[i - 1], keys[i]);
                    return Stream.of(keys)
                            .filter(key -> store.get(key).isPresent())
                            .collect(Collectors.joining(" and "));
                })
                .toList();
    }

    /// Returns the names of all results that the compiler knows, in order, or the types that may have others.
    private static String results(Class<?> type) {
        if (!type.isSealed()) {
            String name = type.getSimpleName();
            return type.isRecord()
                    ? name
                    : (Modifier.isFinal(type.getModifiers()) ? "not a record: " : "anything that is a ") + name;
        }
        return Stream.of(type.getPermittedSubclasses())
                .map(ResultsThatCannotBeIgnoredTest::results)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
