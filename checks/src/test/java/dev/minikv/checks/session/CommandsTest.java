package dev.minikv.checks.session;

import static dev.minikv.checks.page.CheckContract.count;

import dev.minikv.checks.Project;
import dev.minikv.checks.page.Check;
import dev.minikv.checks.page.CheckContract;
import dev.minikv.checks.page.PlantedPages;
import dev.minikv.checks.step.PlantedProject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest implements CheckContract, PlantedPages {

    @TempDir
    private Path planted;

    @Override
    public Check<?> check() {
        return new Commands(Project.root());
    }

    @Override
    public Check<?> planted() {
        return new Commands(planted);
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
}
