package dev.minikv.docs.pages;

import static dev.minikv.docs.pages.CheckContract.count;
import static dev.minikv.docs.pages.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.docs.Project;
import dev.minikv.docs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest implements CheckContract {

    private static final String USAGE = """
            Usage: ./workbook [-h] [COMMAND]
            Runs the steps.
              -h, --help   Show this help.
            Commands:
              repl      Start a REPL,
                          wherever you are.
            """;

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() throws Exception {
        var launcher = new ProcessBuilder("sh", "workbook", "--help")
                .directory(Project.root().toFile());
        return new Commands(Project.root(), Run.of(launcher, "").out());
    }

    @Override
    public long plainCount(String text) {
        // Less than five spaces: a list may hold a block, and the launcher's usage is further in.
        return count("(^ {0,4}|`|\\$ |[|;] *|&& *)(\\./workbook|mvn)(?=[ `]|$)", text);
    }

    @BeforeEach
    void write_a_module() throws IOException {
        Files.createDirectories(planted.resolve("step-01-inmemory"));
        Files.createFile(planted.resolve("step-01-inmemory/pom.xml"));
    }

    @Test
    void commands_that_exist_are_true() throws Exception {
        assertThat(problemsOf("""
                Type `./workbook`, `./workbook --help`, `./workbook repl N`,
                `mvn` or `mvn verify`.

                ```sh
                ./workbook repl <step>
                ./workbook repl 1 && mvn -q -pl step-01-inmemory -am test  # both
                mvn -B -ntp clean verify -Dtest=A -Pchecks -P format -pl <module>
                workbook fly
                ```

                ```console
                $ echo count | ./workbook repl 1
                usage: ./workbook fly
                ```

                ```text
                mvn fly
                ```
                """)).isEmpty();
    }

    @Test
    void a_command_that_the_launcher_does_not_have_is_found() throws Exception {
        assertThat(problemsOf("""
                # Title

                Type `./workbook fly`.
                """)).containsExactly("""
                page.md:3: the launcher has no such command
                  expected: ./workbook fly
                  actual:   these: [--help, repl]""");
    }

    @Test
    void a_missing_step_is_found() throws Exception {
        assertThat(problemsOf("""
                ```sh
                ./workbook repl 1
                echo count | ./workbook repl 9
                ```
                """)).containsExactly("""
                page.md:3: there is no such step
                  expected: ./workbook repl 9
                  actual:   no folder step-09-*""");
    }

    @Test
    void a_goal_that_maven_does_not_have_is_found() throws Exception {
        assertThat(problemsOf("""
                ```console
                $ mvn -q varify
                ```
                """)).containsExactly("""
                page.md:2: Maven has no such command
                  expected: mvn -q varify
                  actual:   'varify' is no goal or option in use here""");
    }

    @Test
    void an_option_that_maven_does_not_have_is_found() throws Exception {
        assertThat(problemsOf("Type `mvn -fast verify`.")).containsExactly("""
                page.md:1: Maven has no such command
                  expected: mvn -fast verify
                  actual:   '-fast' is no goal or option in use here""");
    }

    @Test
    void a_missing_module_is_found() throws Exception {
        assertThat(problemsOf("Type `mvn -pl step-01-inmemory,step-01-memory test`."))
                .containsExactly("""
                page.md:1: there is no such module
                  expected: mvn -pl step-01-inmemory,step-01-memory test
                  actual:   no step-01-memory/pom.xml""");
    }

    private List<String> problemsOf(String page) throws Exception {
        return problems(new Commands(planted, USAGE), page);
    }
}
