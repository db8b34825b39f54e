package dev.minikv.workbook.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two steps with benchmarks and one without, all last changed yesterday; and a copy that does not count.
class BenchmarkModuleTest {

    private static final Instant YESTERDAY = Instant.now().minusSeconds(86_400);

    @TempDir
    private Path root;

    @BeforeEach
    void write_three_steps() throws IOException {
        write("pom.xml", """
                <module>step-01-inmemory</module>
                <module>step-04-benchmarks</module>
                <module>step-04-benchmarks/exercises</module>
                <module>step-10-big</module>
                """);
        step("step-01-inmemory", "step01/Main.java", "");
        step("step-04-benchmarks", "step04/benchmark/StepsBenchmark.java", "get");
        step("step-10-big", "step10/benchmark/MergeBenchmark.java", "get", "merge");
        step("step-04-benchmarks.bak", "step04/benchmark/StepsBenchmark.java", "old");
        write("step-04-benchmarks/benchmarks.properties", "steps = StepsBenchmark\nfootprint =\n");
        write("step-10-big/benchmarks.properties", "merges = MergeBenchmark\n");
    }

    @Nested
    class A_name_is_found {

        @ParameterizedTest
        @CsvSource({
            "steps, step-04-benchmarks, StepsBenchmark",
            "footprint, step-04-benchmarks, ''",
            "merges, step-10-big, MergeBenchmark",
            "Steps.*get, step-04-benchmarks, Steps.*get",
            "'(merge|split)$', step-10-big, '(merge|split)$'",
            "step10.*get, step-10-big, step10.*get"
        })
        void in_the_module_that_has_it(String name, String module, String regex) throws IOException {
            BenchmarkModule found = BenchmarkModule.with(name, BenchmarkModule.all(root));

            assertThat(found.name()).isEqualTo(module);
            assertThat(found.regexOf(name)).isEqualTo(regex);
            assertThat(BenchmarkModule.regexOf(root, name)).isEqualTo(regex);
        }

        @Test
        void in_one_module_or_not_at_all() throws IOException {
            assertThat(BenchmarkModule.all(root)).hasSize(2);
            assertRefused("get", "'get' is in step-04-benchmarks and step-10-big: add the step, as in 'step10.*get'");
            assertRefused(
                    "old",
                    "no benchmark matches 'old': use one of footprint, merges, steps, or a part of a"
                            + " benchmark's name, such as getHit.");
        }

        @Test
        void by_its_class_or_its_method_and_not_only_by_a_package() throws IOException {
            for (String name : new String[] {"step", "step04", "benchmark", "minikv.step10", "^dev"}) {
                assertThatThrownBy(() -> BenchmarkModule.with(name, BenchmarkModule.all(root)))
                        .as(name)
                        .hasMessageStartingWith("no benchmark matches '" + name + "': use one of footprint,");
            }
            assertThatThrownBy(() -> BenchmarkModule.with("step", BenchmarkModule.all(root)))
                    .hasMessageEndingWith(" such as getHit. Did you mean steps?");
            assertThat(BenchmarkModule.all(root).getLast().matching("benchmark.Merge"))
                    .containsExactly(
                            "dev.minikv.step10.benchmark.MergeBenchmark.get",
                            "dev.minikv.step10.benchmark.MergeBenchmark.merge");
        }

        private void assertRefused(String name, String message) {
            assertThatThrownBy(() -> BenchmarkModule.with(name, BenchmarkModule.all(root)))
                    .isInstanceOf(WorkbookException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void every_short_name_of_the_workbook_stands_for_a_benchmark() throws IOException {
        int names = 0;
        for (BenchmarkModule module : BenchmarkModule.all(Catalog.rootOf(Path.of("")))) {
            for (String name : module.names().stringPropertyNames()) {
                assertThat(module.matching(name)).as(name).isNotEmpty();
                names++;
            }
        }
        assertThat(names).isGreaterThanOrEqualTo(6);
    }

    @Nested
    class The_jar_of_a_module {

        private BenchmarksJar jar;

        @BeforeEach
        void build_it() throws IOException {
            jar = new BenchmarksJar(BenchmarkModule.with("steps", BenchmarkModule.all(root)));
            write("step-04-benchmarks/target/benchmarks.jar", "");
            write("step-04-benchmarks/src/test/ATest.java", "");
            write("step-04-benchmarks/exercises/src/main/B.java", "");
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.toList()) {
                    Files.setLastModifiedTime(file, FileTime.from(YESTERDAY));
                }
            }
            assertThat(jar.isCurrent()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "pom.xml, false",
            "step-04-benchmarks/pom.xml, false",
            "step-01-inmemory/src/main/java/dev/minikv/step01/Main.java, false",
            "step-10-big/pom.xml, true",
            "step-04-benchmarks.bak/src/main/java/dev/minikv/step04, true",
            "step-04-benchmarks/src/test, true",
            "step-04-benchmarks/exercises/src/main, true"
        })
        void is_stale_once_a_pom_or_a_source_of_its_step_or_an_earlier_step_has_changed_and_nothing_else(
                String file, boolean isCurrent) throws IOException {
            Files.setLastModifiedTime(root.resolve(file), FileTime.from(YESTERDAY.plusSeconds(1)));

            assertThat(jar.isCurrent()).isEqualTo(isCurrent);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "step-01-inmemory/src/main/java/dev/minikv/step01/Main.java",
                    "step-04-benchmarks/target/benchmarks.jar"
                })
        void is_stale_once_a_source_or_the_jar_itself_was_removed(String file) throws IOException {
            Files.delete(root.resolve(file));

            assertThat(jar.isCurrent()).isFalse();
        }
    }

    private void step(String step, String file, String... benchmarks) throws IOException {
        write(step + "/pom.xml", "");
        var source = new StringBuilder(
                "package dev.minikv." + Path.of(file).getParent().toString().replaceAll("[/\\\\]", ".") + ";\n");
        Stream.of(benchmarks)
                .forEach(name -> source.append("@Benchmark\npublic java.util.Map<?, byte[]> " + name + "() {}\n"));
        write(step + "/src/main/java/dev/minikv/" + file, source.toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
