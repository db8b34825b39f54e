package dev.minikv.step04.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Checks that all benchmarks exist and that each of them runs. It ignores what they measure.
class BenchmarkListTest {

    /// How many combinations of parameters a benchmark has, if it has any, by a pattern of its name.
    private static final Map<String, Integer> COMBINATIONS = Map.of(
            "EnginesBenchmark\\..*", 30,
            "ErrorCostBenchmark\\..*", 4,
            "ShapesBenchmark\\..*", 32,
            "StepsBenchmark\\.line", 4, // a bare map reads no line
            "StepsBenchmark\\.(?!line).*", 5);

    @BeforeAll
    static void let_other_benchmarks_run_at_the_same_time() {
        System.setProperty("jmh.ignoreLock", "true"); // others disturb the numbers, which nobody reads here
    }

    /// The number has to be changed by hand. If JMH's annotation processor is not found, nothing fails,
    /// and there are no benchmarks.
    @Test
    void all_benchmarks_are_listed() {
        assertThat(names())
                .as("what META-INF/BenchmarkList lists, which `java -jar benchmarks.jar -l` prints")
                .hasSize(37)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_benchmark_runs(String name) throws RunnerException {
        Options aMoment = new OptionsBuilder()
                .include("^" + Pattern.quote(name) + "$")
                .param("entries", "1000")
                .param("kib", "16")
                .forks(0) // in this JVM, which is quick, and useless for measuring
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        var results = new Runner(aMoment).run();

        assertThat(results)
                .as("one result for each combination of parameters")
                .hasSize(COMBINATIONS.entrySet().stream()
                        .filter(entry -> name.matches(".*\\." + entry.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .findFirst()
                        .orElse(1));
        assertThat(results)
                .extracting(RunResult::getPrimaryResult)
                .extracting(Result::getScore)
                .as("ns per operation")
                .allSatisfy(score -> assertThat(score).isFinite().isPositive());
    }

    static List<String> names() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .toList();
    }
}
