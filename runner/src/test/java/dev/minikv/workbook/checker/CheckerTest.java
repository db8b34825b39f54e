package dev.minikv.workbook.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.WorkbookException;
import dev.minikv.workbook.catalog.Catalog;
import dev.minikv.workbook.catalog.Exercise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The code of learners is compiled and run as it is, however wrong, and the report stays short.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckerTest {

    private static final String GET = "return Optional.of(entries.getOrDefault(key, \"\"));";

    @TempDir
    private Path temporary;

    private WorkbookCopy copy;
    private Exercise exercise;
    private Checker checker;

    @BeforeEach
    void copy_an_exercise() throws IOException {
        copy = WorkbookCopy.in(temporary);
        exercise = copy.exercise();
        checker = new Checker(exercise.stepClasses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (int i = 0; ; i++) { entries.put(key, \"\" + i); }",
                "while (true) { try { entries.get(key); } catch (Exception e) { entries.clear(); } }",
                "do { Runnable r = () -> { while (true) {} }; r.run(); } while (true);"
            })
    void an_endless_loop_is_cut_off_and_its_line_is_named(String loop) throws Exception {
        limitTestsTo("600 ms");
        edit(GET, loop);

        assertCutOffAt(loop, run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ while (entries.isEmpty()) {} }",
                "{ while (entries.isEmpty()) { try { Thread.sleep(9); } catch (InterruptedException e) { } } }"
            })
    void an_endless_loop_before_the_tests_is_cut_off_too_even_if_it_sleeps(String loop) throws Exception {
        edit("/// Stores the value", loop + " /// Stores the value");

        checker = new Checker(exercise.stepClasses(), Duration.ofSeconds(1));

        assertCutOffAt(loop, run());
    }

    private void assertCutOffAt(String code, Outcome outcome) throws Exception {
        assertThat(report(outcome))
                .anySatisfy(line -> assertThat(line).startsWith("  got").contains("still running"))
                .contains("  at          OptionalStore.java:" + lineOf(code));
        assertThat(burningThreads()).isEmpty();
    }

    @Test
    void a_judged_test_that_loops_is_named_with_its_line() throws Exception {
        judge("""
                new KillMatrix<String>(subject -> Judge.run(OptionalStore.Suite.class))
                        .correct("a map", "").correct("a sorted map", "");
                """);

        assertThat(report(run()))
                .containsExactly(
                        "✗ 1.1  the tests could not be run                               exercise 1 of 6",
                        "  got         loops does not end on a map, which is correct (an endless loop?)",
                        "  at          OptionalStore.java:" + lineOf("void loops()"),
                        "  tests       none ran");
        assertThat(burningThreads()).isEmpty();
    }

    @Test
    void a_judge_that_is_cut_off_does_not_keep_running_in_the_background() throws Exception {
        limitTestsTo("200 ms");
        judge("for (int run = 0; run < 20; run++) { Judge.run(OptionalStore.Suite.class); }");

        assertThat(report(run())).contains("  got         none: it was still running (an endless loop?)");
        assertThat(burningThreads()).isEmpty();
    }

    @Test
    void a_run_that_cannot_be_ended_is_not_taken_for_a_success() throws Exception {
        String wait =
                "((java.util.concurrent.Semaphore) System.getProperties().get(\"gate\")).acquireUninterruptibly();";
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        edit(
                "/// Stores the value",
                "static int stores = 0; { if (++stores == 3) { " + wait + " } } /// Stores the value");
        checker.run(exercise, exercise.solution()); // all is warm now, and a second is plenty
        var gate = new Semaphore(0);
        System.getProperties().put("gate", gate);
        try {
            checker = new Checker(exercise.stepClasses(), Duration.ofSeconds(1));

            assertThat(report(run()))
                    .startsWith("✗ 1.1  the tests did not end                                    exercise 1 of 6")
                    .anySatisfy(line -> assertThat(line).startsWith("  got").contains("still running"))
                    .contains("  at          OptionalStore.java:" + lineOf(wait))
                    .endsWith("  tests       2 of 5 pass");
        } finally {
            gate.release();
            System.getProperties().remove("gate");
        }
        assertThat(burningThreads()).isEmpty();
    }

    @Test
    void a_failure_before_the_tests_is_reported_as_such() throws Exception {
        copy.addToTests(
                "@org.junit.jupiter.api.BeforeAll static void prepare() { assertThat(1).as(\"a rule\").isEqualTo(2); }");

        assertThat(report(run()))
                .containsExactly(
                        "✗ 1.1  the tests could not be run                               exercise 1 of 6",
                        "  expected    2",
                        "  got         1",
                        "  at          AbsentIsNotNullTest.java",
                        "  rule        a rule",
                        "  tests       none ran");
    }

    @Test
    void entries_that_tests_publish_are_below_the_report_whether_red_or_green() throws Exception {
        copy.addToTests("@Test void table(org.junit.jupiter.api.TestReporter reporter) {"
                + " reporter.publishEntry(\"  a b\\nc · ×\\n\"); }");

        assertThat(report(run())).endsWith("  tests       2 of 6 pass", "", "    a b", "  c · ×");
        assertThat(report(checker.run(exercise, exercise.solution())))
                .endsWith("  tests       6 of 6 pass", "", "    a b", "  c · ×");
    }

    @Test
    void a_helper_class_beside_the_learners_file_is_compiled_with_it() throws Exception {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        edit("/// Stores the value", "private final Helper helper = new Helper(); /// Stores the value");
        Path helper = exercise.workspace().resolve("Helper.java");
        Files.writeString(helper, "package dev.minikv.step01.exercise1;\n\nclass Helper {}\n");

        assertThat(run()).isEqualTo(new Outcome.Solved(5, "", ""));

        Files.writeString(helper, "package dev.minikv.step01.exercise1;\n\nclass Helper {\n");
        assertThat(report(run())).contains("  at          Helper.java:3");
    }

    @Test
    void tests_may_be_in_packages_below_the_exercises_own() throws Exception {
        Path subject = exercise.testFolder().resolve("below/Subject.java");
        Files.createDirectories(subject.getParent());
        Files.writeString(subject, "package dev.minikv.step01.exercise1.below;\n\npublic class Subject {}\n");
        copy.addToTests("private final Object subject = new dev.minikv.step01.exercise1.below.Subject();");

        assertThat(checker.run(exercise, exercise.solution())).isEqualTo(new Outcome.Solved(5, "", ""));
    }

    @Test
    void ArchUnit_can_read_what_was_just_compiled() throws Exception {
        // ArchUnit's first import takes its time, and more on a busy machine.
        copy.addToTests(
                "@Test @org.junit.jupiter.api.Timeout(30) void read() { assertThat(new com.tngtech.archunit.core.importer.ClassFileImporter()"
                        + ".importClasses(OptionalStore.class).get(OptionalStore.class).getMethods()).hasSize(3); }");

        assertThat(checker.run(exercise, exercise.solution())).isEqualTo(new Outcome.Solved(6, "", ""));
    }

    @Test
    void a_missing_file_is_named() throws Exception {
        Path file = WorkbookCopy.fileIn(exercise.workspace());
        Files.delete(file);

        assertThatExceptionOfType(WorkbookException.class)
                .isThrownBy(this::run)
                .withMessage("exercise 1.1 is missing a file: " + file + "; ./workbook reset 1.1 restores it");
    }

    @Test
    void the_first_compile_error_is_shown_with_its_line_a_caret_and_the_compilers_message() throws Exception {
        edit(GET, "int one = \"\"; int two = \"\"; int three = \"\"; return null;");

        assertThat(report(run()))
                .containsExactly(
                        "✗ 1.1  does not compile                                         exercise 1 of 6",
                        "  at          OptionalStore.java:" + lineOf("int one"),
                        "                      int one = \"\"; int two = \"\"; int three = \"\"; return null;",
                        "                                ^",
                        "  compiler    incompatible types: java.lang.String cannot be converted to int",
                        "  then        2 more errors after it");
    }

    @Test
    void output_of_the_solution_is_captured() throws Exception {
        edit(GET, "System.out.println(\"looking for \" + key); " + GET);
        PrintStream out = System.out;
        var screen = new ByteArrayOutputStream();
        var ours = new PrintStream(screen);
        System.setOut(ours);
        try {
            Outcome outcome = run();

            assertThat(System.out).isSameAs(ours);
            assertThat(screen.size()).isZero();
            assertThat(((Outcome.NotSolved) outcome).failures().getFirst().printed())
                    .isEqualTo("looking for name\n");
            assertThat(report(outcome)).anySatisfy(line -> assertThat(line).startsWith("  printed     looking for "));
        } finally {
            System.setOut(out);
        }
    }

    @Test
    void the_first_and_last_lines_of_a_failing_tests_output_are_shown() throws Exception {
        edit(GET, "for (int i = 1; i < 21; i++) { System.out.println(key + i); } System.err.println(\"end\"); " + GET);

        assertThat(report(run()))
                .containsSequence(
                        "  printed     name1",
                        "              name2",
                        "              … lines omitted: 17",
                        "              name20",
                        "              end",
                        "  tests       1 of 5 pass");
    }

    @Test
    void output_of_a_correct_solution_is_shown_too() throws Exception {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        edit(
                "return Optional.ofNullable(entries.get(key));",
                "System.out.println(1); return Optional.ofNullable(entries.get(key));");

        assertThat(report(run())).contains("  printed     1", "  tests       5 of 5 pass");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Optional.of("a\\nb")  | Optional.of("a\\nc")  | Optional.of("a\\nb")     | Optional.of("a\\nc")
            List.of("a\\nb")      | List.of("a\\nc")      | ["a\\nb"]               | ["a\\nc"]
            "a\\n> "              | "a\\n>"               | line 2: >·              | line 2: >
            "a\\nb\\n"           | "a\\nb"               | a line break after line 2 | no line break after line 2
            "a\\n\\nb"           | "a\\nb"               | line 2 is empty         | line 2: b
            new Plain("> ")       | new Plain(">")        | >·                      | >
            new Plain("a  b")     | new Plain("a\\tb")    | a··b                    | a→b
            new Plain("a\\r")     | new Plain("a")        | a␍                      | a
            new Plain("\u00e9")   | new Plain("e\u0301")  | \\u00E9                | e\\u0301
            """)
    void texts_that_differ_look_different(String expected, String got, String shownExpected, String shownGot)
            throws Exception {
        copy.addToTests("record Plain(String text) { @Override public String toString() { return text; } }"
                + " @org.junit.jupiter.api.BeforeAll static void compare() { assertThat((Object) %s).isEqualTo(%s); }"
                        .formatted(got, expected));

        assertThat(report(run())).contains("  expected    " + shownExpected, "  got         " + shownGot);
    }

    @Test
    void code_on_several_lines_is_shown_on_one() throws Exception {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        copy.addToTests("""
                @Test
                void sizes() {
                    assertThat(List.of(
                                    "a", "b")
                            .size())
                            .isEqualTo(1);
                }""");

        assertThat(report(run())).contains("  you ran     List.of(\"a\", \"b\").size()");
    }

    @Test
    void a_message_of_several_lines_keeps_them() throws Exception {
        copy.addToTests(
                "@org.junit.jupiter.api.BeforeAll static void compare() { assertThat(\"one\\n  two\").contains(\"3\"); }");

        assertThat(report(run()))
                .containsSequence(
                        "  got         Expecting actual: \"one",
                        "                two\"",
                        "              to contain: \"3\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            static int n = Integer.parseInt("x"); | an exception in a static initialiser: java.lang.NumberFormatException: For input string: "x"
            { get("").get().isEmpty(); set("", ""); throw new IllegalStateException("no", new RuntimeException("why")); } | an exception: java.lang.IllegalStateException: no, caused by java.lang.RuntimeException: why
            """)
    void an_exception_is_shown_with_its_cause(String member, String got) throws Exception {
        edit("/// Stores the value", member.replace("throw", "if (true) throw") + " /// Stores the value");

        assertThat(String.join(" ", report(run())).replaceAll(" +", " "))
                .contains(" got " + got + " at OptionalStore.java:" + lineOf("/// Stores the value"));
    }

    @Test
    void endless_recursion_is_named_with_its_line_and_what_was_run() throws Exception {
        edit(GET, "return get(key);");

        assertThat(report(run()))
                .contains(
                        "  you ran     store.get(\"name\")",
                        "  got         none: the call stack overflowed (endless recursion?)",
                        "  at          OptionalStore.java:" + lineOf("return get(key);"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                  | 1 | the file is empty: it must contain the class OptionalStore
            // nothing but a comment            | 1 | the file is empty: it must contain the class OptionalStore
            class OptionalStore {}              | 1 | the package declaration is missing: it must be dev.minikv.step01.exercise1
            /* one\\n */ package a.b;\\nclass A {}  | 2 | the package is a.b, but it must be dev.minikv.step01.exercise1
            package dev.minikv.step01.exercise1; class Other {} | 1 | the class OptionalStore is missing, which the tests need
            """)
    void the_report_points_at_a_file_that_is_not_the_one_that_the_tests_need(String text, int line, String message)
            throws Exception {
        Files.writeString(WorkbookCopy.fileIn(exercise.workspace()), text.replace("\\n", "\n"));

        assertThat(report(run())).contains("  at          OptionalStore.java:" + line, "  compiler    " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Optional.of(\"so many words \".repeat(99));",
                "return Optional.of(\"so many lines\\n\".repeat(99));",
                "System.out.print(\"so many words \".repeat(99)); throw new RuntimeException(\"line\\n\".repeat(99));",
                "return new Object().so().many().errors(one, two, three);",
                "return java.util.List.<java.util.Map<String, java.util.List<String>>>of();"
            })
    void a_report_has_twelve_lines_at_most(String code) throws Exception {
        edit(GET, code);

        assertThat(report(run()))
                .hasSizeBetween(4, 12)
                .doesNotContain("")
                .noneSatisfy(line -> assertThat(line).contains("\n"));
    }

    @Test
    void characters_that_a_terminal_does_not_show_are_escaped() {
        assertThat(new JavaRepresentation().toStringOf("a\u00a0\t\r\n\u200b\ud800 ☕😀"))
                .isEqualTo("\"a\\u00A0\\t\\r\n\\u200B\\uD800 ☕😀\"");
    }

    @Test
    void the_first_line_of_every_report_fits_a_terminal_of_80_columns() throws IOException {
        var longest = new ArrayList<String>();
        for (Exercise each : Catalog.read(Catalog.rootOf(Path.of(""))).exercises()) {
            longest.addAll(each.tests().stream()
                    .map(test -> Report.headline("✗", each.id() + "  " + test, "exercise 6 of 6"))
                    .filter(line -> line.length() > 80)
                    .toList());
        }

        assertThat(longest).isEmpty();
    }

    @Test
    void a_solved_exercise_is_reported_in_two_lines() throws Exception {
        Outcome outcome = checker.run(exercise, exercise.solution());

        assertThat(outcome).isEqualTo(new Outcome.Solved(5, "", ""));
        assertThat(report(outcome))
                .containsExactly(
                        "✓ 1.1  Absent is not null                                       exercise 1 of 6",
                        "  tests       5 of 5 pass");
    }

    @Test
    void no_static_state_outlives_a_run() throws Exception {
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
        edit("Map<String, String> entries =", "static Map<String, String> entries =");
        edit("private final static", "private static final");

        List<String> first = report(run());

        assertThat(report(run())).isEqualTo(first);
    }

    private Outcome run() throws IOException {
        return checker.run(exercise, exercise.workspace());
    }

    private List<String> report(Outcome outcome) throws IOException {
        return Report.of(exercise, WorkbookCopy.OF_STEP, outcome);
    }

    private void edit(String old, String replacement) throws IOException {
        WorkbookCopy.replace(WorkbookCopy.fileIn(exercise.workspace()), old, replacement);
    }

    /// Turns the exercise into one that judges a suite with an endless loop.
    private void judge(String howToJudge) throws IOException {
        edit("/// Stores the value", """
                static class Suite {
                    @org.junit.jupiter.api.Test void loops() { while (true) {} }
                }

                /// Stores the value""");
        copy.addToTests("@org.junit.jupiter.api.BeforeAll static void judge() { " + howToJudge + " }");
        WorkbookCopy.replace(
                exercise.testFolder().resolve("AbsentIsNotNullTest.java"),
                "import java.util.List;",
                "import dev.minikv.workbook.judge.*; import java.util.List;");
    }

    private void limitTestsTo(String limit) throws IOException {
        WorkbookCopy.replace(exercise.module().resolve("src/test/resources/junit-platform.properties"), "3 s", limit);
    }

    private int lineOf(String text) throws IOException {
        String before =
                Files.readString(WorkbookCopy.fileIn(exercise.workspace())).split(Pattern.quote(text), 2)[0];
        return 1 + (int) before.chars().filter(character -> character == '\n').count();
    }

    /// Returns the threads that still run the exercise a while after they were interrupted.
    private List<String> burningThreads() throws InterruptedException {
        return burningThreads(exercise);
    }

    /// Returns the threads that still run an exercise a while after they were interrupted.
    static List<String> burningThreads(Exercise exercise) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        List<String> burning;
        do {
            Thread.sleep(20);
            burning = Thread.getAllStackTraces().entrySet().stream()
                    .filter(entry -> Arrays.stream(entry.getValue())
                            .anyMatch(frame -> frame.getClassName().startsWith(exercise.packageName() + ".")))
                    .map(entry -> entry.getKey().getName())
                    .toList();
        } while (!burning.isEmpty() && System.nanoTime() < end);
        return burning;
    }
}
