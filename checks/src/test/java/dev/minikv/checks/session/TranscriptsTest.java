package dev.minikv.checks.session;

import static dev.minikv.checks.page.CheckContract.count;
import static dev.minikv.checks.page.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @TempDir
    private Path clone;

    /// Makes the launcher build everything that is stale now, because its messages would end up in a
    /// transcript.
    @BeforeAll
    static void build_everything_that_is_stale() throws Exception {
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
    public Check<?> planted() {
        return new Transcripts(planted, Run.LIMIT);
    }

    @Override
    public long plainCount(String text) {
        return count("^[ >]*```console", text);
    }

    @Override
    public Path root() {
        return planted;
    }

    @Test
    void java_is_the_one_that_runs_the_tests() throws Exception {
        assertThat(problems(planted(), """
                ```console
                $ java --version | grep -c '%s'
                1
                ```
                """.formatted("(build " + Runtime.version() + ")")))
                .isEmpty();
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

    @Test
    void a_program_in_the_background_that_prints_nothing_is_found() throws Exception {
        var check = new Transcripts(planted, Duration.ofMillis(500));

        assertThat(problems(check, """
                ```console
                $ tail -f /dev/null &
                hello
                $ kill $!
                ```
                """)).containsExactly("""
                page.md:2: the command cannot be replayed
                  expected: tail -f /dev/null &
                  actual:   no more output after 500 ms""");
    }
}
