package dev.minikv.step03.exercise1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.step03.exercise1.RenameResult.KeyAbsent;
import dev.minikv.step03.exercise1.RenameResult.KeyTaken;
import dev.minikv.step03.exercise1.RenameResult.Renamed;
import java.util.List;
import java.util.Optional;
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

        assertThat(List.of(store.get("name"), store.get("nick")))
                .as("the value is under the new key now, and only there")
                .isEqualTo(List.of(Optional.empty(), Optional.of("Alice")));
    }

    @Test
    void an_absent_key_is_a_result() {
        store.set("nick", "Bob");

        assertThat(store.rename("name", "nick"))
                .as("that there is nothing to rename is a result: KeyAbsent, with the old key")
                .isEqualTo(new KeyAbsent("name"));
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

        assertThat(List.of(store.get("name"), store.get("nick")))
                .as("what cannot be renamed stays as it is")
                .isEqualTo(List.of(Optional.of("Alice"), Optional.of("Bob")));
    }

    @Test
    void the_compiler_knows_every_result() {
        assertThat(RenameResult.class.isSealed())
                .as("RenameResult is sealed: its records are all the results there are")
                .isEqualTo(true);
    }

    @Test
    void each_result_has_its_own_words() {
        var results = List.of(new Renamed("name", "nick"), new KeyAbsent("name"), new KeyTaken("nick"));

        assertThat(results.stream().map(RenameWording::of).toList())
                .as("whoever typed the line reads what came of it, and of which key")
                .isEqualTo(List.of("Renamed 'name' to 'nick'", "Key 'name' not found", "Key 'nick' is taken"));
    }

    @Test
    void one_result_more_does_not_compile() throws ReflectiveOperationException {
        assertThat(OneResultMore.words())
                .as("a result that the switch does not name must not compile, so nothing may stand for it")
                .isEqualTo("none: it would not compile");
    }

    @Test
    void words_come_from_the_result() {
        var results = List.of(new Renamed("a", "b"), new KeyAbsent("c"), new KeyTaken("d"));

        assertThat(results.stream().map(RenameWording::of).toList())
                .as("any key will do, not only those of the examples")
                .isEqualTo(List.of("Renamed 'a' to 'b'", "Key 'c' not found", "Key 'd' is taken"));
    }
}
