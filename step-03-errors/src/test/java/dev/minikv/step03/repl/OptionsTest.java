package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
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
                arguments(List.of(), new Options(Limits.DEFAULT, false, false, false)),
                arguments(List.of("--bail"), new Options(Limits.DEFAULT, true, false, false)),
                arguments(List.of("--debug"), new Options(Limits.DEFAULT, false, true, false)),
                arguments(List.of("--help"), new Options(Limits.DEFAULT, false, false, true)),
                arguments(
                        List.of("--max-key-chars=1"),
                        new Options(new Limits(1, 1_000_000, 1_000_000), false, false, false)),
                arguments(
                        List.of("--max-value-chars=20"),
                        new Options(new Limits(1_000, 20, 1_000_000), false, false, false)),
                arguments(
                        List.of("--max-entries=2147483647"),
                        new Options(new Limits(1_000, 1_000_000, Integer.MAX_VALUE), false, false, false)),
                arguments(
                        List.of("--max-entries=3", "--bail", "--max-key-chars=1", "--debug", "--max-value-chars=2"),
                        new Options(new Limits(1, 2, 3), true, true, false)),
                arguments(
                        List.of("--max-entries", "3", "--bail"),
                        new Options(new Limits(1_000, 1_000_000, 3), true, false, false)),
                arguments(
                        List.of("--max-entries=3", "--max-entries=4"),
                        new Options(new Limits(1_000, 1_000_000, 4), false, false, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "--", "bail", "-bail", "--Bail", "--bail=no", "--debug=", "--help=me", "--max-keys=1"})
    void other_arguments_are_unknown(String argument) {
        assertThat(Options.parse(List.of("--bail", argument)))
                .isEqualTo(new Failure<>(new Fault.UnknownOption(argument)));
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
