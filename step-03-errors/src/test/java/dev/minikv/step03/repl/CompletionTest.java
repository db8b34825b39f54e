package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.MiniKvStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private final MiniKvStore store = new MiniKvStore(Limits.DEFAULT);

    @ParameterizedTest
    @MethodSource
    void the_first_word_is_a_command(String line, int start, List<String> words) {
        assertThat(Completion.of(line, store)).isEqualTo(new Completion(start, words));
    }

    static List<Arguments> the_first_word_is_a_command() {
        List<String> all = Stream.of(Syntax.values()).map(Syntax::word).toList();
        return List.of(
                arguments("", 0, all),
                arguments("  ", 2, all),
                arguments("d", 0, List.of("delete")),
                arguments(" cl", 1, List.of("clear")),
                arguments("c", 0, List.of("count", "clear")),
                arguments("count", 0, List.of("count")),
                arguments("x", 0, List.of()),
                arguments("\"", 0, all),
                arguments("'ge", 0, List.of("get")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set ", "get ", "exists ", "delete ", "keys "})
    void the_second_is_a_key_in_the_store(String line) {
        Stream.of("user:2", "city", "user:1").forEach(key -> store.set(key, "x"));

        assertThat(Completion.of(line, store))
                .isEqualTo(new Completion(line.length(), List.of("city", "user:1", "user:2")));
        assertThat(Completion.of(line + "us", store))
                .isEqualTo(new Completion(line.length(), List.of("user:1", "user:2")));
        assertThat(Completion.of(line + "x", store)).isEqualTo(new Completion(line.length(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get my", "get \"my", "get 'my", "get \"my k", "get \"my key\"", "get \"\\u{6d}y"})
    void a_key_may_be_begun_with_quotes_or_without(String line) {
        store.set("my key", "x");

        assertThat(Completion.of(line, store)).isEqualTo(new Completion(4, List.of("\"my key\"")));
    }

    @Test
    void a_key_is_completed_as_it_has_to_be_typed() {
        Stream.of("k", "k k", "k\u001B[2J", "k\"").forEach(key -> store.set(key, "x"));

        assertThat(Completion.of("get k", store).words())
                .containsExactly("k", "\"k\\u{1b}[2J\"", "\"k k\"", "\"k\\\"\"");
    }

    @Test
    void help_is_about_a_command() {
        store.set("se", "x");

        assertThat(Completion.of("help se", store)).isEqualTo(new Completion(5, List.of("set")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count ",
                "clear k",
                "history ",
                "quit k",
                "exit ",
                "set k ",
                "set k k",
                "get k k",
                "put k",
                "help set "
            })
    void nothing_else_is_completed(String line) {
        store.set("k", "x");

        assertThat(Completion.of(line, store).words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get \"k\"k", "get \"\\x", "get \"k\\", "get \"\\u{"})
    void a_mistake_is_not_completed(String line) {
        store.set("k", "x");

        assertThat(Completion.of(line, store).words()).isEmpty();
    }

    @Test
    void the_common_prefix_is_shared_by_all_of_many_keys() {
        for (int i = 0; i < 120; i++) {
            store.set("user:0" + (100 + i), "x");
        }
        store.set("zebra", "x");

        Completion any = Completion.of("get ", store);
        assertThat(any.words()).hasSize(121).startsWith("user:0100").endsWith("zebra");
        assertThat(any.commonPrefix()).isEmpty();
        assertThat(Completion.of("get u", store).commonPrefix()).isEqualTo("user:0");
        assertThat(Completion.of("get z", store).commonPrefix()).isEqualTo("zebra");
        assertThat(Completion.of("get a", store).commonPrefix()).isEmpty();
    }

    @Test
    void the_common_prefix_may_begin_with_a_quote_and_splits_no_character() {
        Stream.of("a b", "a c", "😀", "😁").forEach(key -> store.set(key, "x"));

        assertThat(Completion.of("get 'a", store).words()).containsExactly("\"a b\"", "\"a c\"");
        assertThat(Completion.of("get 'a", store).commonPrefix()).isEqualTo("\"a ");
        assertThat(new Completion(0, List.of("😀", "😁")).commonPrefix()).isEmpty();
    }

    @Test
    void source_takes_a_file(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("a.kv"));
        Files.createFile(folder.resolve("a b.kv"));
        Files.createDirectory(folder.resolve("more"));
        String inFolder = folder.toString().replace('\\', '/') + "/";

        assertThat(Completion.of("source " + inFolder, store).words())
                .containsExactly(Quotes.quote(inFolder + "a b.kv"), inFolder + "a.kv", inFolder + "more/");
        assertThat(Completion.of("source " + inFolder + "m", store).words()).containsExactly(inFolder + "more/");
        assertThat(Completion.of("source " + inFolder + "none/", store).words()).isEmpty();
        assertThat(Completion.of("source \"\\u{0}", store).words()).isEmpty();
    }
}
