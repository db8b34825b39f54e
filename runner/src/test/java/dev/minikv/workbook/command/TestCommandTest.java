package dev.minikv.workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.MainRun;
import dev.minikv.workbook.PlantedSteps;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A stub stands for Maven: it notes its arguments, and makes the reports that it is told to.
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stub is a shell script")
class TestCommandTest {

    private static final String STEP = "step-10-j";
    private static final String STORE_TEST = "dev.minikv.step10.store.StoreTest";

    @TempDir
    private Path root;

    @TempDir
    private Path programs;

    private Path reports;

    @BeforeEach
    void plant_a_step_with_two_test_classes() throws IOException {
        PlantedSteps.in(root, "step-02-b", STEP);
        reports = root.resolve(STEP).resolve("target/surefire-reports");
        Files.createDirectories(reports);
        writeTest("store/StoreTest.java", "void it_stores() {}");
        writeTest("ReplTest.java", "void it_asks() { Long.getLong(\"lines\"); System.getProperty( \"seed\"); }");
        writeTest("Planted.java", "");
    }

    @Test
    void tests_that_pass_are_counted() throws Exception {
        maven(0, report("ReplTest", """
                <testcase name="it_asks" classname="dev.minikv.step10.ReplTest"/>"""), report("store.StoreTest", """
                <testcase name="it_stores" classname="dev.minikv.step10.store.StoreTest$Nested"/>
                <testcase name="other" classname="dev.minikv.step10.store.StoreTest"/>"""));

        assertThat(test("10")).isEqualTo(new Run(0, "✓ 3 tests, all passed in 2.5 s\n", ""));
        assertThat(mavensArguments())
                .contains("--projects " + STEP + " ", " test\n")
                .contains("-Dtest=dev.minikv.step10.ReplTest,dev.minikv.step10.store.StoreTest ")
                .doesNotContain("Planted");
    }

    @Test
    void one_class_or_one_method_is_run_and_properties_are_passed_on() throws Exception {
        maven(0, report("store.StoreTest", """
                <testcase name="it_stores" classname="dev.minikv.step10.store.StoreTest"/>"""));

        assertThat(test("10", "StoreTest")).isEqualTo(new Run(0, "✓ 1 test, passed in 1.3 s\n", ""));
        assertThat(mavensArguments()).contains(" -Dtest=" + STORE_TEST + " ");

        assertThat(test("10", "store/StoreTest.java#it_stores", "-Dseed=3", "-Duser.language=ar")
                        .exitCode())
                .isZero();
        assertThat(mavensArguments())
                .contains(" -Dtest=" + STORE_TEST + "#it_stores," + STORE_TEST + "$*#it_stores ")
                .contains(" -Dseed=3 ", " -Duser.language=ar ");
    }

    @Test
    void failures_are_shown_with_their_message_and_place() throws Exception {
        maven(1, report("store.StoreTest", """
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
    void no_test_is_no_success_and_neither_are_those_of_an_earlier_run() throws Exception {
        maven(0);
        Files.writeString(reports.resolve("TEST-" + STORE_TEST + ".xml"), report("store.StoreTest", """
                <testcase name="old" classname="dev.minikv.step10.store.StoreTest"/>"""));

        assertThat(test("10", "StoreTest")).isEqualTo(new Run(1, "✗ no test was run\n", ""));
    }

    @Test
    void skipped_tests_alone_are_no_success() throws Exception {
        maven(0, report("store.StoreTest", """
                <testcase name="a" classname="dev.minikv.step10.store.StoreTest"><skipped/></testcase>"""));

        assertThat(test("10", "StoreTest").exitCode()).isEqualTo(1);
    }

    @Test
    void what_does_not_compile_is_said_once_and_without_Mavens_advice() throws Exception {
        String file = root.resolve(STEP).resolve("src/test/java/A.java").toString();
        String error = "[ERROR] " + file + ":[12,5] ';' expected";
        maven("echo '[ERROR] COMPILATION ERROR : '; echo \"" + error + "\"; echo '[ERROR] '; echo \"" + error
                + "\"; echo '[ERROR] To see the full stack trace'; echo '[ERROR] -> [Help 1]'; exit 1");

        assertThat(test("10")).isEqualTo(new Run(1, """
                COMPILATION ERROR :
                step-10-j/src/test/java/A.java:12: ';' expected
                ✗ no test was run
                """, ""));
    }

    @Test
    void what_does_not_exist_is_refused_with_what_is_near() throws Exception {
        maven("echo 'Maven was started'; exit 1");

        assertMisuse("There is no step '3', only 2 and 10.", "3");
        assertMisuse("There is no test class 'StroeTest' in step 10. Did you mean StoreTest?", "10", "StroeTest");
        assertMisuse("There is no test class 'Planted' in step 10.", "10", "Planted");
        assertMisuse(
                "There is no test method 'it_store' in step 10. Did you mean it_stores?", "10", "StoreTest#it_store");
        assertMisuse("No test of step 10 asks for 'sede'. Did you mean seed?", "10", "-Dsede=3");
    }

    private void assertMisuse(String message, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "test";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(WorkbookSession.of(root, command))
                .isEqualTo(new WorkbookSession(2, "", message + "\n./workbook test --help shows how to use it.\n"));
    }

    private Run test(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "test";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return MainRun.of(root, programs, command);
    }

    private void writeTest(String name, String members) throws IOException {
        Path file =
                root.resolve(STEP).resolve("src/test/java/dev/minikv/step10").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "class Any { " + members + " }\n");
    }

    private static String report(String name, String cases) {
        return "<testsuite name=\"dev.minikv.step10." + name + "\" time=\"1.25\">" + cases + "</testsuite>";
    }

    private String mavensArguments() throws IOException {
        return Files.readString(programs.resolve("arguments"));
    }

    /// Makes Maven one that writes these reports.
    private void maven(int exitCode, String... contents) throws IOException {
        var script = new StringBuilder();
        for (String report : contents) {
            String name = report.substring(report.indexOf('"') + 1, report.indexOf("\" time"));
            Path prepared = programs.resolve(name);
            Files.writeString(prepared, report);
            script.append("cp '" + prepared + "' '" + reports.resolve("TEST-" + name + ".xml") + "'\n");
        }
        maven(script + "exit " + exitCode);
    }

    private void maven(String script) throws IOException {
        Path stub = programs.resolve("mvn");
        Files.writeString(stub, "#!/bin/sh\necho \"$@\" >'" + programs.resolve("arguments") + "'\n" + script + "\n");
        assertThat(stub.toFile().setExecutable(true)).isTrue();
    }
}
