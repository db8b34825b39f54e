package dev.minikv.checks.step01;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.program.Run;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What step 01 does with input that nobody types: it answers, and goes on.
class StrangeInputTest {

    private static final int TEN_MEGABYTES = 10_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FF", // not in any character
                "80", // the rest of a character
                "C0 AF", // a character in more bytes than it needs
                "ED A0 80", // half of a surrogate pair
                "F4 90 80 80" // beyond the last character
            })
    void bytes_that_are_not_utf_8_become_replacement_characters(String bytes) throws Exception {
        Run run = runWith(bytes, "set k a_b\nget k\n");

        assertThat(run).isEqualTo(Step01.goodEnd("""
                > ✓ Set 'k' = 'a\uFFFDb'
                > a\uFFFDb
                >\s
                """));
    }

    @Test
    void half_a_character_at_the_end_of_the_input_becomes_one_too() throws Exception {
        Run run = runWith("E2 98", "get k_");

        assertThat(run).isEqualTo(Step01.goodEnd("""
                > Key 'k\uFFFD' not found
                >\s
                """));
    }

    @Test
    void random_bytes_are_answered() throws Exception {
        long seed = new Random().nextLong();
        byte[] bytes = new byte[100_000];
        new Random(seed).nextBytes(bytes);

        Run run = Run.of(Step01.program(), bytes, Run.LIMIT);

        assertThat(run.exitCode()).as("exit code for seed %d", seed).isZero();
        assertThat(run.err()).as("errors for seed %d", seed).isEmpty();
        assertThat(run.out())
                .as("output for seed %d", seed)
                .startsWith(Step01.BANNER + "> ")
                .contains("Unknown command: ", "\uFFFD")
                .endsWith("> \n");
    }

    @Test
    void nul_is_a_character_like_any_other() throws Exception {
        assertThat(Step01.run("set a\0b c\0d\nget a\0b\n")).isEqualTo(Step01.goodEnd("""
                > ✓ Set 'a\0b' = 'c\0d'
                > c\0d
                >\s
                """));
    }

    @Test
    void a_value_of_ten_megabytes_comes_back() throws Exception {
        String value = "é☕".repeat(TEN_MEGABYTES / "é☕".getBytes(UTF_8).length);

        Run run = Step01.run("set k " + value + "\nget k\n");

        // Not isEqualTo, which would print what differs.
        Run expected = Step01.goodEnd("> ✓ Set 'k' = '" + value + "'\n> " + value + "\n> \n");
        assertThat(run.equals(expected)).as("the value came back").isTrue();
    }

    /// Runs the program on a text with these bytes in place of `_`.
    ///
    /// Decoders differ in how many replacement characters a run of such bytes becomes: here, one.
    private static Run runWith(String bytes, String text) throws Exception {
        String place = new String(HexFormat.ofDelimiter(" ").parseHex(bytes), ISO_8859_1);
        byte[] input = text.replace("_", place).getBytes(ISO_8859_1);
        Run run = Run.of(Step01.program(), input, Run.LIMIT);
        return new Run(run.exitCode(), run.out().replaceAll("\uFFFD+", "\uFFFD"), run.err());
    }
}
