package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.MainRun;
import dev.minikv.workbook.PlantedSteps;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A stub replaces Maven: it records its arguments, and writes the reports that a test has prepared.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stub is a shell script")
class TestCommandTest {

    private static final String STORE_TEST = "dev.minikv.step10.store.StoreTest";

    @TempDir
    private Path root;

    @TempDir
    private Path programs;

    private Path step;
    private Path reports;

    @BeforeEach
    void plant_a_step_with_two_test_classes() throws IOException {
        PlantedSteps.in(root, "step-02-b", "step-10-j");
        step = root.resolve("step-10-j");
        reports = Files.createDirectories(step.resolve("target/surefire-reports"));
        writeTest("store/StoreTest.java", "void it_stores() {}");
        writeTest("ReplTest.java", "void it_asks() { Long.getLong(\"lines\"); System.getProperty( \"seed\"); }");
        writeTest("Planted.java", "");
    }

    @Test
    void tests_that_pass_are_counted() throws Exception {
        maven("0", report("ReplTest", """
                <testcase name="it_asks" classname="dev.minikv.step10.ReplTest"/>"""), report("store.StoreTest", """
                <testcase name="it_stores" classname="dev.minikv.step10.store.StoreTest$Nested"/>
                <testcase name="other" classname="dev.minikv.step10.store.StoreTest"/>"""));

        assertThat(test("10")).isEqualTo(new Run(0, "✓ 3 tests, all passed in 2.5 s\n", ""));
        assertThat(mavensArguments())
                .contains("--projects step-10-j ", " test\n")
                .contains("-Dtest=dev.minikv.step10.ReplTest," + STORE_TEST + " ");
    }

    @Test
    void one_class_or_one_method_is_run_and_properties_are_passed_on() throws Exception {
        maven("0", report("store.StoreTest", """
                <testcase name="it_stores" classname="dev.minikv.step10.store.StoreTest"/>"""));

        for (String name : new String[] {"StoreTest", STORE_TEST}) {
            assertThat(test("10", name)).isEqualTo(new Run(0, "✓ 1 test, passed in 1.3 s\n", ""));
            assertThat(mavensArguments()).contains(" -Dtest=" + STORE_TEST + " ");
        }
        assertThat(test("10", "store/StoreTest.java#it_stores", "-Dseed=3", "-Duser.language=ar")
                        .exitCode())
                .isZero();
        assertThat(mavensArguments())
                .contains(" -Dtest=" + STORE_TEST + "#it_stores," + STORE_TEST + "$*#it_stores ")
                .contains(" -Dseed=3 ", " -Duser.language=ar ");
    }

    @Test
    void failures_are_shown_with_their_message_and_place() throws Exception {
        maven("1", report("store.StoreTest", """
                <testcase name="it_stores(String)[2]" classname="dev.minikv.step10.store.StoreTest$When_it_is_full">
                  <failure message="x" type="org.opentest4j.AssertionFailedError"><![CDATA[org.opentest4j.AssertionFailedError:\s
                [a rule]\s
                expected: 1
                 but was: 2
                \tat dev.minikv.step10.store.StoreTest.it_stores(StoreTest.java:22)
                ]]></failure>
                </testcase>
                <testcase name="other" classname="dev.minikv.step10.store.StoreTest">
                  <error type="java.lang.IllegalStateException"><![CDATA[java.lang.IllegalStateException: oh
                \tat java.base/java.util.X.y(X.java:1)
                ]]></error>
                </testcase>
                <testcase name="" classname="dev.minikv.step10.store.StoreTest"><error>before all</error></testcase>
                <testcase name="left_out" classname="dev.minikv.step10.store.StoreTest"><skipped/></testcase>
                <testcase name="fine" classname="dev.minikv.step10.store.StoreTest"/>"""));

        assertThat(test("10", "StoreTest")).isEqualTo(new Run(1, """
                ✗ StoreTest, When it is full: it stores [2]
                    [a rule]
                    expected: 1
                     but was: 2
                    at StoreTest.java:22

                ✗ StoreTest: other
                    java.lang.IllegalStateException: oh

                ✗ StoreTest
                    before all

                ✗ 5 tests, 1 skipped, 3 failed in 1.3 s
                """, ""));
    }

    @Test
    void a_run_without_tests_or_with_only_skipped_ones_is_not_a_success_and_old_reports_do_not_count()
            throws Exception {
        String skipped = report("store.StoreTest", """
                <testcase name="a" classname="dev.minikv.step10.store.StoreTest"><skipped/></testcase>""");
        Files.writeString(reports.resolve("TEST-" + STORE_TEST + ".xml"), skipped.replace("<skipped/>", ""));
        maven("0");
        assertThat(test("10", "StoreTest")).isEqualTo(new Run(1, "✗ no test was run\n", ""));

        maven("0", skipped);
        assertThat(test("10", "StoreTest").exitCode()).isEqualTo(1);
    }

    @Test
    void a_compile_error_is_reported_once_and_without_Mavens_advice() throws Exception {
        maven("""
                1
                [ERROR] COMPILATION ERROR :\s
                [ERROR] %1$s/src/test/java/A.java:[12,5] ';' expected
                [ERROR]\s
                [ERROR] %1$s/src/test/java/A.java:[12,5] ';' expected
                [ERROR] To see the full stack trace
                [ERROR] -> [Help 1]""".formatted(step));

        assertThat(test("10")).isEqualTo(new Run(1, """
                COMPILATION ERROR :
                step-10-j/src/test/java/A.java:12: ';' expected
                ✗ no test was run
                """, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            3                     | There is no step '3': the steps are 2 and 10.
            10 StroeTest          | There is no test class 'StroeTest' in step 10. Did you mean StoreTest?
            10 Store              | There is no test class 'Store' in step 10. Did you mean StoreTest?
            10 Planted            | There is no test class 'Planted' in step 10.
            10 StoreTest#it_store | There is no test method 'it_store' in step 10. Did you mean it_stores?
            10 -Dsede=3           | No test of step 10 reads the property 'sede'. Did you mean seed?
            """)
    void unknown_names_are_refused_with_similar_ones(String arguments, String why) {
        WorkbookSession.assertMisuse(root, "test " + arguments, why);
    }

    private Run test(String... arguments) throws Exception {
        return MainRun.of(root, programs, ("test " + String.join(" ", arguments)).split(" "));
    }

    private void writeTest(String name, String members) throws IOException {
        Path file = step.resolve("src/test/java/dev/minikv/step10").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "class Any { " + members + " }\n");
    }

    private static String report(String name, String cases) {
        return "<testsuite name=\"dev.minikv.step10." + name + "\" time=\"1.25\">" + cases + "</testsuite>";
    }

    private String mavensArguments() throws IOException {
        return Files.readString(programs.resolve("arguments"));
    }

    /// Makes the stub write these reports.
    ///
    /// @param says its exit code, and on the lines after it its output
    private void maven(String says, String... contents) throws IOException {
        Files.writeString(programs.resolve("says"), says.lines().skip(1).collect(Collectors.joining("\n")));
        Path prepared = Files.createDirectories(programs.resolve("reports"));
        for (int number = 0; number < contents.length; number++) {
            Files.writeString(prepared.resolve("TEST-" + number + ".xml"), contents[number]);
        }
        Path stub = programs.resolve("mvn");
        Files.writeString(
                stub, """
                #!/bin/sh
                cd '%s' || exit 9
                echo "$@" >arguments
                cp reports/* '%s' 2>&-
                cat says
                exit %s
                """.formatted(programs, reports, says.lines().findFirst().orElseThrow()));
        assertThat(stub.toFile().setExecutable(true)).isTrue();
    }
}
