package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.workbook.WorkbookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A quick run of the benchmarks of an exercise.
class ExerciseRunTest {

    private static final String WITH_BLACKHOLE = """
            package dev.example;

            import org.openjdk.jmh.annotations.Benchmark;

            public class SumBenchmark {
                @Benchmark
                public void sum(Blackhole blackhole) {
                    blackhole.consume(1 + 1);
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_benchmark_gets_the_blackhole_of_jmh_and_a_score() throws Exception {
        put("Blackhole.java", "package dev.example; public class Blackhole { void consume(Object o) {} }");

        ExerciseRun run = run(put("SumBenchmark.java", WITH_BLACKHOLE), folder.resolve("Blackhole.java"));

        assertThat(run.hasBenchmarks()).isTrue();
        assertThat(run.scores())
                .hasEntrySatisfying("sum", score -> assertThat(score).matches("[0-9.]+ ops/s"));
    }

    @Test
    void benchmarks_that_jmh_rejects_are_reported_with_the_reason() throws IOException {
        ExerciseRun run = run(put("SumBenchmark.java", WITH_BLACKHOLE.replace("public void", "void")));

        assertThatThrownBy(run::scores)
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith("JMH rejects these benchmarks: ")
                .hasMessageContaining("public");
    }

    @Test
    void a_class_without_benchmarks_has_none() throws IOException {
        assertThat(run(put("Sum.java", "package dev.example; class Sum {}")).hasBenchmarks())
                .isFalse();
    }

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ExerciseRun run(Path... sources) {
        return new ExerciseRun(List.of(sources), "dev.example", folder);
    }
}
