package dev.minikv.step07.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Checks that all benchmarks exist and that each of them runs. It ignores what they measure.
class BenchmarkListTest {

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
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_benchmark_runs(String name) throws RunnerException {
        var aMoment = new OptionsBuilder()
                .include("^" + Pattern.quote(name) + "$")
                .forks(0) // in this JVM, which is quick, and useless for measuring
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .param("keys", "100")
                .param("clients", "2")
                .param("command", "GET")
                .param("entries", "1000")
                .verbosity(VerboseMode.SILENT);
        boolean hasRedis = ServerProcess.redis().isPresent();
        if (!hasRedis) {
            aMoment.param("as", "server", "threads").param("in", "hash", "compact");
        }

        var results = new Runner(aMoment.build()).run();

        assertThat(results)
                .as("one result for each server, or for each kind of entries")
                .hasSize(hasRedis ? 3 : 2);
        assertThat(results)
                .extracting(RunResult::getPrimaryResult)
                .extracting(Result::getScore)
                .as("operations per time, or time")
                .allSatisfy(score -> assertThat(score).isFinite().isPositive());
        assertThat(results)
                .flatExtracting(result -> result.getSecondaryResults().entrySet())
                .filteredOn(counter ->
                        hasRedis || !counter.getKey().toLowerCase(Locale.ROOT).contains("multiple"))
                .extracting(counter -> counter.getValue().getScore())
                .as("a multiple, a time or a number of bytes")
                .isNotEmpty()
                .allSatisfy(score -> assertThat(score).isFinite().isPositive());
    }

    static List<String> names() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .toList();
    }
}
