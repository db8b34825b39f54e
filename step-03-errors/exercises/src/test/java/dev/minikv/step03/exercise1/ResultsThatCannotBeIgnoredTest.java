package dev.minikv.step03.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.exercise1.RenameResult.KeyAbsent;
import dev.minikv.step03.exercise1.RenameResult.KeyTaken;
import dev.minikv.step03.exercise1.RenameResult.Renamed;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.1")
class ResultsThatCannotBeIgnoredTest {

    private final RenamingStore store = new RenamingStore();

    @Test
    void a_renamed_key_takes_its_value_along() {
        store.set("name", "Alice");
        store.rename("name", "nick");
        var moved = List.of(store.get("name"), store.get("nick"));
        store.rename("nick", "name");
        var movedBack = List.of(store.get("name"), store.get("nick"));

        assertThat(List.of(moved, movedBack))
                .as("the value is under the new key, and only there: the old one is free again")
                .isEqualTo(List.of(
                        List.of(Optional.empty(), Optional.of("Alice")),
                        List.of(Optional.of("Alice"), Optional.empty())));
    }

    @Test
    void a_rename_names_both_keys() {
        store.set("name", "Alice");

        assertThat(store.rename("name", "nick"))
                .as("that the value was moved is a result: Renamed, with the old key and the new one")
                .isEqualTo(new Renamed("name", "nick"));
    }

    @Test
    void an_absent_key_is_a_result() {
        store.set("nick", "Bob");

        assertThat(List.of(store.rename("name", "nick"), store.rename("age", "years")))
                .as("that there is nothing to rename is a result: KeyAbsent, with the old key")
                .isEqualTo(List.of(new KeyAbsent("name"), new KeyAbsent("age")));
    }

    @Test
    void a_taken_key_is_a_result() {
        store.set("name", "Alice");
        store.set("nick", "Bob");

        assertThat(store.rename("name", "nick"))
                .as("that the new key has a value is a result: KeyTaken, with the new key")
                .isEqualTo(new KeyTaken("nick"));
    }

    @Test
    void a_refused_rename_changes_nothing() {
        store.set("name", "Alice");
        store.set("nick", "Bob");
        store.rename("name", "nick");
        store.rename("age", "nick");
        store.rename("age", "years");

        assertThat(List.of(store.get("name"), store.get("nick"), store.rename("name", "years")))
                .as("what cannot be renamed stays as it is, and a new key stays free")
                .isEqualTo(List.of(Optional.of("Alice"), Optional.of("Bob"), new Renamed("name", "years")));
    }

    @Test
    void a_key_is_taken_by_itself() {
        store.set("name", "Alice");

        assertThat(List.of(store.rename("name", "name"), store.rename("nick", "nick")))
                .as("the new key has a value, even if it is the old key; and an absent key stays absent")
                .isEqualTo(List.of(new KeyTaken("name"), new KeyAbsent("nick")));
    }

    @Test
    void the_empty_string_is_a_value() {
        store.set("name", "");
        store.set("nick", "Bob");

        assertThat(List.of(store.rename("nick", "name"), store.rename("name", "label"), store.get("label")))
                .as("an empty value takes its key, and is moved, as any other value")
                .isEqualTo(List.of(new KeyTaken("name"), new Renamed("name", "label"), Optional.of("")));
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
                .as("whoever typed the line reads what came of it, and of which key")
                .isEqualTo(List.of("Renamed 'name' to 'nick'", "Key 'name' not found", "Key 'nick' is taken"));
    }

    @Test
    void words_come_from_the_result() {
        var results = List.of(new Renamed("a b", "C"), new KeyAbsent(""), new KeyTaken("it's"));

        assertThat(results.stream().map(RenameWording::of).toList())
                .as("any key will do, not only those of the examples")
                .isEqualTo(List.of("Renamed 'a b' to 'C'", "Key '' not found", "Key 'it's' is taken"));
    }

    @Test
    void one_result_more_does_not_compile() throws ReflectiveOperationException {
        assertThat(OneResultMore.words())
                .as("a result that the switch does not name must not compile, so nothing may stand for it")
                .isEqualTo("none: it would not compile");
    }

    /// Returns the names of all results that the compiler knows, in order, or where others may be.
    private static String results(Class<?> type) {
        if (!type.isSealed()) {
            return Modifier.isFinal(type.getModifiers())
                    ? type.getSimpleName()
                    : "anything that is a " + type.getSimpleName();
        }
        return Stream.of(type.getPermittedSubclasses())
                .map(ResultsThatCannotBeIgnoredTest::results)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
