package dev.minikv.checks.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    private static final String COUNTER = "src/main/java/dev/minikv/step09/Counter.java";
    private static final String COUNTER_TEST = "src/test/java/dev/minikv/step09/CounterTest.java";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path temporary;

    private Path step;

    @BeforeEach
    void write_a_step() throws IOException {
        step = temporary.resolve("step-09-planted");
        write(COUNTER, """
                package dev.minikv.step09;
                public class Counter {
                    public int next(int n) {
                        return n + 1;
                    }
                }
                """);
        write(COUNTER_TEST, """
                package dev.minikv.step09;
                import static org.junit.jupiter.api.Assertions.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.params.ParameterizedTest;
                import org.junit.jupiter.params.provider.ValueSource;
                class CounterTest {
                    @Nested
                    class After {
                        @Test
                        void one_comes_two() {
                            assertEquals(2, new Counter().next(1));
                        }
                    }
                    @ParameterizedTest
                    @ValueSource(ints = {-3, 7})
                    void it_goes_up(int n) {
                        assertTrue(new Counter().next(n) > n);
                    }
                    @Test
                    @Disabled
                    void it_stops() {
                        fail();
                    }
                }
                """);
        write("src/test/java/dev/minikv/step09/store/PlaceTest.java", """
                package dev.minikv.step09.store;
                import static org.junit.jupiter.api.Assertions.*;
                import java.nio.file.*;
                import java.util.stream.Stream;
                import org.junit.jupiter.api.*;
                class PlaceTest {
                    @Test
                    void classes_are_in_a_folder() throws Exception {
                        var source = dev.minikv.step09.Counter.class.getProtectionDomain().getCodeSource();
                        assertTrue(Files.isDirectory(Path.of(source.getLocation().toURI())));
                    }
                    @TestFactory
                    Stream<DynamicTest> packages_are_found_in_both_folders() throws Exception {
                        var loader = Thread.currentThread().getContextClassLoader();
                        return loader.resources("dev/minikv/step09")
                                .map(url -> DynamicTest.dynamicTest(Path.of(url.getPath()).getName(
                                        Path.of(url.getPath()).getNameCount() - 4).toString(), () -> {}));
                    }
                    @Test
                    void resources_are_read() throws Exception {
                        assertNotNull(PlaceTest.class.getResource("/sessions/one.txt"));
                    }
                }
                """);
        write("src/test/resources/sessions/one.txt", "one\n");
        write("src/test/resources/junit-platform.properties", """
                junit.jupiter.displayname.generator.default = org.junit.jupiter.api.DisplayNameGenerator$Standard
                """);
    }

    @Test
    void all_tests_run_with_the_configuration_of_the_step() throws Exception {
        try (Trial trial = Trial.of(step, LIMIT)) {
            assertThat(trial.run())
                    .containsExactlyInAnyOrder(
                            passed("CounterTest", "one_comes_two", "one_comes_two()"),
                            passed("CounterTest", "it_goes_up", "[1] -3"),
                            passed("CounterTest", "it_goes_up", "[2] 7"),
                            passed("PlaceTest", "classes_are_in_a_folder", "classes_are_in_a_folder()"),
                            passed("PlaceTest", "packages_are_found_in_both_folders", "classes"),
                            passed("PlaceTest", "packages_are_found_in_both_folders", "test-classes"),
                            passed("PlaceTest", "resources_are_read", "resources_are_read()"));
        }
    }

    @Test
    void one_class_runs_with_those_nested_in_it() throws Exception {
        try (Trial trial = Trial.of(step, LIMIT)) {
            assertThat(trial.run(List.of("CounterTest"))).hasSize(3);
            assertThatThrownBy(() -> trial.run(List.of("Counter")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no class Counter");
        }
    }

    @Test
    void a_changed_source_is_run_instead_of_the_old_one() throws Exception {
        try (Trial trial = changed(COUNTER, "n + 1", "n * 2")) {
            assertThat(failed(trial.run())).containsExactly("it_goes_up(-3)");
        }
    }

    @Test
    void a_changed_test_is_run_instead_of_the_old_one() throws Exception {
        try (Trial trial = changed(COUNTER_TEST, "Equals(2", "Equals(3")) {
            assertThat(failed(trial.run())).containsExactly("one_comes_two");
        }
    }

    @Test
    void a_class_that_fails_before_its_first_test_is_a_failure() throws Exception {
        try (Trial trial = changed(COUNTER_TEST, "@Nested", "@BeforeAll static void fails() { fail(); } @Nested")) {
            assertThat(trial.run(List.of("CounterTest")))
                    .containsExactly(new TestResult("CounterTest", "", "CounterTest", false));
        }
    }

    @Test
    void a_source_that_does_not_compile_is_refused_with_the_reason() {
        assertThatThrownBy(() -> changed(COUNTER, "n + 1", "m + 1"))
                .isInstanceOf(CompilationException.class)
                .hasMessageContaining("cannot find symbol");
    }

    @Test
    void a_source_that_breaks_others_is_refused_too() {
        assertThatThrownBy(() -> changed(COUNTER, "next", "previous"))
                .isInstanceOf(CompilationException.class)
                .hasMessageContaining("cannot find symbol");
    }

    private Trial changed(String source, String old, String now) throws Exception {
        Path file = step.resolve(source);
        return Trial.changed(step, file, Files.readString(file).replace(old, now), LIMIT);
    }

    private static TestResult passed(String testClass, String method, String displayName) {
        return new TestResult(testClass, method, displayName, true);
    }

    private static List<String> failed(List<TestResult> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(TestResult::label)
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = step.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
