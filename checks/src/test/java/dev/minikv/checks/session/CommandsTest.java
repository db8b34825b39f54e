package dev.minikv.checks.session;

import static dev.minikv.checks.page.CheckContract.count;
import static dev.minikv.checks.page.CheckContract.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.step.PlantedProject;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
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
        return count("(^ {0,4}|`|\\$ |[|;] *|&& *)(\\./workbook|mvn|(\"\\$.*/)?java\"? -jar)(?=[ `]|$)", text);
    }

    @BeforeEach
    void write_a_module() throws IOException {
        PlantedProject.of(planted, "step-01-inmemory", "step-04-b", "step-10-c")
                .write("step-01-inmemory/pom.xml")
                .write("step-04-b/src/main/java/dev/minikv/step04/benchmark/SpeedBenchmark.java", """
                        package dev.minikv.step04.benchmark;

                        class SpeedBenchmark {

                            @Param({"1", "2"})
                            int size;

                            @Benchmark
                            @OperationsPerInvocation(SIZE)
                            public List<String> getHit(State state) {}
                        }
                        """)
                .write("step-10-c/src/main/java/dev/minikv/step10/benchmark/WireBenchmark.java", """
                        package dev.minikv.step10.benchmark;

                        class WireBenchmark {

                            @Benchmark
                            public int ping() {}
                        }
                        """);
    }

    @Test
    void commands_that_exist_are_true() throws Exception {
        assertThat(problemsOf("""
                Type `./workbook`, `./workbook --help`, `./workbook repl N`,
                `mvn` or `mvn verify`.

                ```sh
                ./workbook repl <step>
                ./workbook repl 10
                ./workbook repl 1 && mvn -q -pl step-01-inmemory -am test  # both
                mvn -B -ntp clean verify -Dtest=A -Pchecks -P format -pl <module>
                workbook fly
                ./workbook bench && ./workbook bench --quick SpeedBenchmark
                ./workbook bench --output speed.json -p size=1,2 getH.t; ./workbook bench <name>
                ./workbook bench '(getHit|getMiss)$' -p size=1
                ./workbook bench ping
                java -jar step-10-c/target/benchmarks.jar ping
                java -jar step-04-b/target/benchmarks.jar getHit -f 1 -p size=2
                java -jar step-04-b/target/benchmarks.jar -l Speed # lists them
                "$(./workbook jdk)/bin/java" -jar step-04-b/target/benchmarks.jar footprint
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
                  actual:   these: [step-01, step-04, step-10]""");
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

    @Test
    void a_missing_benchmark_is_found() throws Exception {
        assertThat(problemsOf("""
                ```sh
                ./workbook bench --quick gettHit
                java -jar step-04-b/target/benchmarks.jar -f 1 getMiss
                ./workbook bench '(gettHit|getMiss)$' -p size=1
                ```
                """)).containsExactly("""
                page.md:2: there is no such benchmark
                  expected: ./workbook bench --quick gettHit
                  actual:   none of [dev.minikv.step04.benchmark.SpeedBenchmark.getHit, \
                dev.minikv.step10.benchmark.WireBenchmark.ping]""", """
                page.md:3: there is no such benchmark
                  expected: java -jar step-04-b/target/benchmarks.jar -f 1 getMiss
                  actual:   none of [dev.minikv.step04.benchmark.SpeedBenchmark.getHit, \
                dev.minikv.step10.benchmark.WireBenchmark.ping]""", """
                page.md:4: there is no such benchmark
                  expected: ./workbook bench '(gettHit|getMiss)$' -p size=1
                  actual:   none of [dev.minikv.step04.benchmark.SpeedBenchmark.getHit, \
                dev.minikv.step10.benchmark.WireBenchmark.ping]""");
    }

    @Test
    void an_option_that_bench_does_not_have_is_found() throws Exception {
        assertThat(problemsOf("Type `./workbook bench --fast`.")).containsExactly("""
                page.md:1: bench has no such option
                  expected: ./workbook bench --fast
                  actual:   --fast""");
    }

    @Test
    void a_missing_parameter_is_found() throws Exception {
        assertThat(problemsOf("Type `java -jar step-04-b/target/benchmarks.jar -p entries=1000`."))
                .containsExactly("""
                page.md:1: no benchmark has such a parameter
                  expected: java -jar step-04-b/target/benchmarks.jar -p entries=1000
                  actual:   these: [size]""");
    }

    @Test
    void a_missing_jar_is_found() throws Exception {
        assertThat(problemsOf("""
                Type `java -jar target/benchmarks.jar -l`.

                ```sh
                "$(./workbook jdk)/bin/java" -jar benchmarks.jar -l
                ```
                """)).containsExactly("""
                page.md:1: the build makes no such jar
                  expected: java -jar target/benchmarks.jar -l
                  actual:   these: [step-04-b/target/benchmarks.jar, step-10-c/target/benchmarks.jar]""", """
                page.md:4: the build makes no such jar
                  expected: java -jar benchmarks.jar -l
                  actual:   these: [step-04-b/target/benchmarks.jar, step-10-c/target/benchmarks.jar]""");
    }

    private List<String> problemsOf(String page) throws Exception {
        return problems(new Commands(planted, USAGE), page);
    }
}
