package dev.minikv.checks.session;

import static dev.minikv.checks.page.CheckContract.count;
import static dev.minikv.checks.page.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest implements CheckContract {

    @TempDir
    private Path planted;

    @TempDir
    private Path clone;

    /// Lets the launcher build what is stale now, every step and the runner, as it would say so amid a
    /// transcript.
    @BeforeAll
    static void build_what_is_stale() throws Exception {
        var launcher = new ProcessBuilder("sh", "workbook", "list")
                .directory(Project.root().toFile());
        Run run = Run.of(launcher, new byte[0], Duration.ofMinutes(5));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Override
    public Check<?> check() throws IOException {
        FreshClone.of(Project.root(), clone);
        return new Transcripts(clone, Run.LIMIT);
    }

    @Override
    public long plainCount(String text) {
        return count("^[ >]*```console", text);
    }

    @BeforeEach
    void write_the_program() throws IOException {
        Files.writeString(planted.resolve("echo.sh"), """
                printf '> '
                while read -r line; do
                    [ "$line" = quit ] && exit
                    echo "typed: $line"
                    printf '> '
                done
                echo
                """);
    }

    @Test
    void what_is_typed_and_printed_may_be_shown_to_the_end_of_the_input() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ sh echo.sh
                > hello
                typed: hello
                >
                typed:\s
                > > $ ☕
                typed: > $ ☕
                >
                ```
                """)).isEmpty();
    }

    @Test
    void a_command_may_end_behind_its_prompt() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ sh echo.sh
                > hello
                typed: hello
                > quit
                ```
                """)).isEmpty();
    }

    @Test
    void a_command_with_a_pipe_or_redirection_shows_only_what_it_prints() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ echo hello | sh echo.sh
                > typed: hello
                >
                $ sh echo.sh </dev/null
                >
                ```
                """)).isEmpty();
    }

    @Test
    void errors_stand_among_the_output() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ echo one; echo two >&2; echo three
                one
                two
                three
                ```
                """)).isEmpty();
    }

    @Test
    void java_is_the_one_that_runs_the_tests() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ java --version | grep -c '%s'
                1
                ```
                """.formatted("(build " + Runtime.version() + ")")))
                .isEmpty();
    }

    @Test
    void a_false_answer_is_found() throws Exception {
        assertThat(problemsOf("""
                # Title

                ```console
                $ true
                $ sh echo.sh
                > hello
                typed: hello
                > bye
                typed: goodbye
                >
                ```
                """)).containsExactly("""
                page.md:5: the transcript differs at line 9
                  expected: > typed: goodbye
                  actual:   > typed: bye""");
    }

    @Test
    void a_forgotten_end_of_the_input_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ sh echo.sh
                > hello
                typed: hello
                ```
                """)).containsExactly("""
                page.md:2: the transcript differs at line 5
                  expected: (the end of the output)
                  actual:   >\s""");
    }

    @Test
    void output_that_is_not_there_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ echo hello
                hello

                $ true
                ```
                """)).containsExactly("""
                page.md:2: the transcript differs at line 4
                  expected:\s
                  actual:   (the end of the output)""");
    }

    @Test
    void a_missing_end_of_line_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ printf hello
                hello
                ```
                """)).containsExactly("""
                page.md:2: the transcript differs at line 3
                  expected: hello
                  actual:   hello (with no end of line)""");
    }

    @Test
    void every_false_transcript_of_a_block_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ echo 1
                2
                $ echo 3
                4
                ```
                """)).hasSize(2);
    }

    @Test
    void output_without_its_command_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                hello
                $ echo hello
                hello
                ```
                """)).containsExactly("""
                page.md:2: there is no command
                  expected: $ command
                  actual:   hello""");
    }

    @Test
    void an_empty_block_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                ```
                """)).containsExactly("""
                page.md:2: there is no command
                  expected: $ command
                  actual:  \s""");
    }

    @Test
    void a_command_that_does_not_end_is_found() throws Exception {
        var check = new Transcripts(planted, Duration.ofMillis(50));

        assertThat(problems(check, """
                ```console
                $ tail -f /dev/null
                ```
                """)).containsExactly("""
                page.md:2: the command cannot be replayed
                  expected: tail -f /dev/null
                  actual:   still running after 50 ms""");
    }

    private List<String> problemsOf(String page) throws Exception {
        return problems(new Transcripts(planted, Run.LIMIT), page);
    }
}
