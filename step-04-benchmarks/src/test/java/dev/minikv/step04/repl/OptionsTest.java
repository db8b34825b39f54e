package dev.minikv.step04.repl;

import static dev.minikv.step04.store.EngineKind.COMPACT;
import static dev.minikv.step04.store.EngineKind.CONCURRENT;
import static dev.minikv.step04.store.EngineKind.HASH;
import static dev.minikv.step04.store.EngineKind.TREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step04.repl.Options.Flag;
import dev.minikv.step04.store.EngineKind;
import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.Result.Failure;
import dev.minikv.step04.store.Result.Success;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The option `--engine`, alone and among the others.
class OptionsTest {

    @ParameterizedTest
    @MethodSource
    void arguments_are_options(List<String> arguments, Options options) {
        assertThat(Options.parse(arguments)).isEqualTo(new Success<>(options));
    }

    static List<Arguments> arguments_are_options() {
        return List.of(
                arguments(List.of(), options(HASH, 1_000_000)),
                arguments(List.of("--engine=hash"), options(HASH, 1_000_000)),
                arguments(List.of("--engine=compact"), options(COMPACT, 1_000_000)),
                arguments(List.of("--engine", "tree", "--bail"), options(TREE, 1_000_000, Flag.BAIL)),
                arguments(
                        List.of("--engine=tree", "--max-entries=3", "--debug", "--engine=concurrent"),
                        options(CONCURRENT, 3, Flag.DEBUG)));
    }

    private static Options options(EngineKind engine, int maxEntries, Flag... flags) {
        return new Options(engine, new Limits(1_000, 1_000_000, maxEntries), Set.of(flags), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'',",
        "skip-list,",
        "b-tree, tree",
        "'hash,tree',",
        "HASH, hash",
        "Compact, compact",
        "tre, tree",
        "conc, concurrent"
    })
    void other_engines_are_unknown_and_may_be_near_one(String word, String near) {
        assertThat(Options.parse(List.of("--bail", "--engine=" + word)))
                .isEqualTo(new Failure<>(new Fault.UnknownEngine(word, Optional.ofNullable(near))));
    }

    @Test
    void an_engine_needs_its_name() {
        assertThat(Options.parse(List.of("--bail", "--engine")))
                .isEqualTo(new Failure<>(new Fault.UnknownEngine("", Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--engin=hash", "--engines=hash", "--Engine", "--eng"})
    void an_option_with_nearly_its_name_is_unknown_and_near_it(String argument) {
        assertThat(Options.parse(List.of(argument)))
                .isEqualTo(new Failure<>(new Fault.UnknownOption(argument, Optional.of("--engine"))));
    }

    @Test
    void an_unknown_engine_is_named_with_all_there_are_and_has_no_cause() {
        var fault = new Fault.UnknownEngine("b-\u001B[2Jtree", Optional.empty());

        assertThat(Wording.of(fault))
                .isEqualTo(new Wording(
                        "unknown engine \"b-\\u{1b}[2Jtree\"", "the engines are hash, tree, concurrent, compact"));
        assertThat(fault.cause()).isEmpty();
        assertThat(Wording.of(new Fault.UnknownEngine("Compact", Optional.of("compact"))))
                .isEqualTo(new Wording("unknown engine \"Compact\"", "did you mean compact?"));
    }

    @Test
    void the_usage_lists_every_engine() {
        assertThat(Options.usage()).contains("--engine=NAME", "--max-entries=N").endsWith("""
                Engines (the first is the default):
                  hash               a HashMap
                  tree               a TreeMap, which keeps keys in order and lists prefixes quickly
                  concurrent         a ConcurrentHashMap, safe for several threads
                  compact            our own hash table for short keys""");
    }
}
