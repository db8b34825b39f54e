package dev.minikv.step04.repl;

import static dev.minikv.step04.store.EngineKind.COMPACT;
import static dev.minikv.step04.store.EngineKind.CONCURRENT;
import static dev.minikv.step04.store.EngineKind.HASH;
import static dev.minikv.step04.store.EngineKind.TREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step04.store.Limits;
import dev.minikv.step04.store.Result.Failure;
import dev.minikv.step04.store.Result.Success;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @ParameterizedTest
    @MethodSource
    void arguments_are_options(List<String> arguments, Options options) {
        assertThat(Options.parse(arguments)).isEqualTo(new Success<>(options));
    }

    static List<Arguments> arguments_are_options() {
        return List.of(
                arguments(List.of(), new Options(HASH, Limits.DEFAULT, false, false, false)),
                arguments(List.of("--engine=hash"), new Options(HASH, Limits.DEFAULT, false, false, false)),
                arguments(List.of("--engine=compact"), new Options(COMPACT, Limits.DEFAULT, false, false, false)),
                arguments(List.of("--engine", "tree", "--bail"), new Options(TREE, Limits.DEFAULT, true, false, false)),
                arguments(
                        List.of("--engine=tree", "--max-entries=3", "--engine=concurrent"),
                        new Options(CONCURRENT, new Limits(1_000, 1_000_000, 3), false, false, false)),
                arguments(List.of("--bail"), new Options(HASH, Limits.DEFAULT, true, false, false)),
                arguments(List.of("--debug"), new Options(HASH, Limits.DEFAULT, false, true, false)),
                arguments(List.of("--help"), new Options(HASH, Limits.DEFAULT, false, false, true)),
                arguments(
                        List.of("--max-key-chars=1"),
                        new Options(HASH, new Limits(1, 1_000_000, 1_000_000), false, false, false)),
                arguments(
                        List.of("--max-value-chars=20"),
                        new Options(HASH, new Limits(1_000, 20, 1_000_000), false, false, false)),
                arguments(
                        List.of("--max-entries=2147483647"),
                        new Options(HASH, new Limits(1_000, 1_000_000, Integer.MAX_VALUE), false, false, false)),
                arguments(
                        List.of("--max-entries=3", "--bail", "--max-key-chars=1", "--debug", "--max-value-chars=2"),
                        new Options(HASH, new Limits(1, 2, 3), true, true, false)),
                arguments(
                        List.of("--max-entries", "3", "--bail"),
                        new Options(HASH, new Limits(1_000, 1_000_000, 3), true, false, false)),
                arguments(
                        List.of("--max-entries=3", "--max-entries=4"),
                        new Options(HASH, new Limits(1_000, 1_000_000, 4), false, false, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                "bail",
                "-bail",
                "--Bail",
                "--bail=no",
                "--debug=",
                "--help=me",
                "--max-keys=1",
                "--engines=hash"
            })
    void other_arguments_are_unknown(String argument) {
        assertThat(Options.parse(List.of("--bail", argument)))
                .isEqualTo(new Failure<>(new Fault.UnknownOption(argument)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hash", "b-tree", "hash,tree"})
    void other_engines_are_unknown(String word) {
        assertThat(Options.parse(List.of("--engine=" + word))).isEqualTo(new Failure<>(new Fault.UnknownEngine(word)));
    }

    @Test
    void an_engine_needs_its_name() {
        assertThat(Options.parse(List.of("--bail", "--engine"))).isEqualTo(new Failure<>(new Fault.UnknownEngine("")));
    }

    @Test
    void an_unknown_engine_is_named_with_those_there_are() {
        assertThat(words("--engine=b\u001B[2J"))
                .isEqualTo(new Wording(
                        "unknown engine \"b\\u{1b}[2J\"", "the engines are hash, tree, concurrent, compact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2147483648", "1000000000000", "1e3", "1_000", " 1", "many"})
    void a_limit_is_a_number_from_1_to_the_largest_int(String value) {
        assertThat(Options.parse(List.of("--max-entries=" + value)))
                .isEqualTo(new Failure<>(new Fault.NumberOutOfRange("--max-entries", value, 1, Integer.MAX_VALUE)));
    }

    @Test
    void a_limit_needs_its_number() {
        assertThat(Options.parse(List.of("--bail", "--max-entries")))
                .isEqualTo(new Failure<>(new Fault.NumberOutOfRange("--max-entries", "", 1, Integer.MAX_VALUE)));
    }

    @Test
    void an_unknown_option_is_named_with_the_way_to_the_others() {
        assertThat(words("--bial")).isEqualTo(new Wording("unknown option \"--bial\"", "--help lists the options"));
    }

    @ParameterizedTest
    @CsvSource({
        "--max-key-chars, 0, --max-key-chars is \"0\"",
        "--max-value-chars, 1\u001B[2J, --max-value-chars is \"1\\u{1b}[2J\"",
        "--max-entries, '', --max-entries is \"\""
    })
    void a_wrong_limit_is_named_with_what_was_expected(String option, String value, String wrong) {
        var words = new Wording(wrong, "expected a number from 1 to 2147483647, such as " + option + "=1000");

        assertThat(words(option + "=" + value)).isEqualTo(words);
    }

    @Test
    void the_usage_lists_every_option_and_each_limit_unless_told_otherwise() {
        assertThat(Options.usage())
                .contains("--bail", "--debug", "--help")
                .contains("--engine=NAME          where the store keeps its entries: hash, tree, concurrent, compact")
                .contains("--max-key-chars=N      the longest key, in chars (1000)")
                .contains("--max-value-chars=N    the longest value, in chars (1000000)")
                .contains("--max-entries=N        the most keys (1000000)");
    }

    private static Wording words(String argument) {
        return switch (Options.parse(List.of(argument))) {
            case Success(Options options) -> fail("%s is %s", argument, options);
            case Failure(Fault fault) -> Wording.of(fault);
        };
    }
}
