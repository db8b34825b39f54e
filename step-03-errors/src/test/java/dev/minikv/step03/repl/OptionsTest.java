package dev.minikv.step03.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.minikv.step03.repl.Options.Flag;
import dev.minikv.step03.store.Limits;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                arguments(List.of(), options(1_000_000)),
                arguments(List.of("--bail"), options(1_000_000, Flag.BAIL)),
                arguments(List.of("--debug"), options(1_000_000, Flag.DEBUG)),
                arguments(List.of("--help"), options(1_000_000, Flag.HELP)),
                arguments(List.of("-h"), options(1_000_000, Flag.HELP)),
                arguments(List.of("--bail", "--bail"), options(1_000_000, Flag.BAIL)),
                arguments(List.of("--max-entries=2147483647"), options(Integer.MAX_VALUE)),
                arguments(List.of("--debug", "--max-entries=3", "--bail"), options(3, Flag.BAIL, Flag.DEBUG)),
                arguments(List.of("--max-entries", "3", "--bail"), options(3, Flag.BAIL)),
                arguments(List.of("--max-entries=3", "--max-entries=4"), options(4)));
    }

    private static Options options(int maxEntries, Flag... flags) {
        return new Options(new Limits(1_000, 1_000_000, maxEntries), Set.of(flags), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "backup.kv", "bail", "a=b", "./--bail"})
    void a_name_or_a_hyphen_is_a_script(String argument) {
        assertThat(Options.parse(List.of("--bail", argument)))
                .isEqualTo(new Success<>(new Options(Limits.DEFAULT, Set.of(Flag.BAIL), Optional.of(argument))));
    }

    @Test
    void a_second_script_is_refused() {
        assertThat(Options.parse(List.of("a.kv", "b.kv"))).isEqualTo(new Failure<>(new Fault.SecondScript("b.kv")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',",
        "--,",
        "-x,",
        "--quiet,",
        "--max-keys=1,",
        "--max-key-chars=1,",
        "-bail, --bail",
        "--Bail, --bail",
        "--bial, --bail",
        "--bail=no, --bail",
        "--debug=, --debug",
        "--hlep, --help",
        "--max-entires=3, --max-entries",
        "--max, --max-entries"
    })
    void other_arguments_are_unknown_and_may_be_near_an_option(String argument, String near) {
        assertThat(Options.parse(List.of("--bail", argument)))
                .isEqualTo(new Failure<>(new Fault.UnknownOption(argument, Optional.ofNullable(near))));
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
    void an_unknown_option_is_named_with_a_suggestion_or_a_hint_at_help() {
        assertThat(words("--bial")).isEqualTo(new Wording("unknown option \"--bial\"", "did you mean --bail?"));
        assertThat(words("--quiet")).isEqualTo(new Wording("unknown option \"--quiet\"", "--help lists the options"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, --max-entries cannot be \"0\"",
        "1\u001B[2J, --max-entries cannot be \"1\\u{1b}[2J\"",
        "'', --max-entries cannot be \"\""
    })
    void a_wrong_limit_is_named_with_what_was_expected(String value, String wrong) {
        var words = new Wording(wrong, "expected a number from 1 to 2147483647, such as --max-entries=1000");

        assertThat(words("--max-entries=" + value)).isEqualTo(words);
    }

    @Test
    void the_usage_lists_every_option_and_the_default_limit() {
        assertThat(Options.usage())
                .contains("FILE", "--bail", "--debug", "-h, --help")
                .contains("--max-entries=N    the maximum number of keys (default: 1000000)");
    }

    private static Wording words(String argument) {
        return switch (Options.parse(List.of(argument))) {
            case Success(Options options) -> fail("%s is %s", argument, options);
            case Failure(Fault fault) -> Wording.of(fault);
        };
    }
}
