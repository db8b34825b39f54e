package dev.minikv.workbook.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minikv.workbook.MainRun;
import dev.minikv.workbook.WorkbookCopy;
import dev.minikv.workbook.catalog.Exercise;
import dev.minikv.workbook.program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A solution may end the program or never end, anywhere in its code: there is a report soon, and it names
/// the line. That this test class ends is half of what it tests.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndlessAndEndingTest {

    private static final String GET = "return Optional.ofNullable(entries.get(key));";
    private static final String MEMBER = "/// Stores the value";

    private static final Checker CHECKER = new Checker(Path.of("no-classes")); // the exercise needs none

    @TempDir
    private Path temporary;

    private Exercise exercise;

    @BeforeEach
    void solve_an_exercise() throws IOException {
        exercise = WorkbookCopy.in(temporary).exercise();
        WorkbookCopy.copyOver(exercise.solution(), exercise.workspace());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "Runtime.getRuntime().exit(0);",
                "Runtime.getRuntime().halt(0);",
                "Runnable r = () -> System.exit(0); r.run();",
                "java.util.function.IntConsumer c = System::exit; c.accept(0);",
                "java.util.function.IntConsumer c = Runtime.getRuntime()::halt; c.accept(0);",
                "java.util.function.BiConsumer<Runtime, Integer> c = Runtime::halt; c.accept(Runtime.getRuntime(), 0);",
                "try { System.exit(0); } catch (Throwable t) { }",
                "try { Thread t = new Thread(() -> System.exit(0)); t.start(); t.join(); } catch (InterruptedException e) { }",
                "try { System.class.getMethod(\"exit\", int.class).invoke(null, 0); } catch (ReflectiveOperationException e) { }",
                "try { Runtime.class.getDeclaredMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 0); } catch (Exception e) { }",
                "try { for (var m : Runtime.class.getMethods()) if (m.getName().equals(\"halt\")) m.invoke(Runtime.getRuntime(), 0); } catch (Exception e) { }",
                "try { java.lang.invoke.MethodHandles.lookup().findVirtual(Runtime.class, \"halt\","
                        + " java.lang.invoke.MethodType.methodType(void.class, int.class)).invoke(Runtime.getRuntime(), 0); } catch (Throwable t) { }",
                "try { java.lang.invoke.MethodHandles.lookup().findStatic(System.class, \"exit\","
                        + " java.lang.invoke.MethodType.methodType(void.class, int.class)).invoke(0); } catch (Throwable t) { }",
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0)));",
                "Thread.ofVirtual().start(() -> System.exit(0));",
                "java.util.concurrent.CompletableFuture.runAsync(() -> System.exit(0));",
            })
    void code_that_would_end_the_program_is_reported_with_its_line(String code) throws Exception {
        edit(GET, code + " " + GET);

        assertThat(report())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  got")
                        .containsAnyOf("System.exit(0)", "Runtime.exit(0)", "Runtime.halt(0)")
                        .endsWith(", which ends the program, tests and all"))
                .contains("  at          OptionalStore.java:" + lineOf(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static { if (true) System.exit(0); }",
                "{ System.exit(0); }",
                "static final int ONE = one(); static int one() { Runtime.getRuntime().halt(0); return 1; }",
                "static class Inner { static { System.exit(0); } } { new Inner(); }",
            })
    void wherever_that_code_is(String code) throws Exception {
        edit(MEMBER, code + " " + MEMBER);

        assertThat(report())
                .anySatisfy(line -> assertThat(line).startsWith("  got").endsWith("ends the program, tests and all"))
                .contains("  at          OptionalStore.java:" + lineOf(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (entries != null) { }",
                "while (entries != null) { try { Thread.sleep(9); } catch (InterruptedException e) { } }",
                "java.util.stream.Stream.generate(() -> 1).forEach(i -> { });",
                "java.util.stream.Stream.generate(() -> 1).parallel().forEach(i -> { });",
                "new Thread(() -> { while (true) { } }).start();",
                "Thread.ofVirtual().start(() -> { while (true) { } });",
                "java.util.concurrent.CompletableFuture.runAsync(() -> { while (true) { } });",
                "new Thread(() -> { while (true) { try { Thread.sleep(9); } catch (InterruptedException e) { } } }).start();",
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));",
                "new Thread(() -> { while (true) { try { entries.get(key); } catch (Throwable t) { } } }).start();",
            })
    void code_that_never_ends_is_reported_with_its_line_and_ended(String code) throws Exception {
        edit(GET, code + " " + GET);

        assertThat(report())
                .contains("  got         none: it was still running (an endless loop?)")
                .contains("  at          OptionalStore.java:" + lineOf(code));
        assertThat(CheckerTest.burningThreads(exercise)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ while (entries != null) { } }",
                "static { while (entries()) { } } static boolean entries() { return true; }",
                "static class Inner { static { while (Math.abs(1) > 0) { } } } { new Inner(); }",
            })
    void wherever_the_loop_is(String code) throws Exception {
        edit(MEMBER, code + " " + MEMBER);

        assertThat(report())
                .contains("  got         none: it was still running (an endless loop?)")
                .contains("  at          OptionalStore.java:" + lineOf(code));
        assertThat(CheckerTest.burningThreads(exercise)).isEmpty();
    }

    @Test
    void an_exit_through_a_library_is_not_a_success() throws Exception {
        String exit = "try { new java.beans.Statement(Runtime.getRuntime(), \"exit\", new Object[] {0}).execute(); }"
                + " catch (Exception e) { }";
        edit(GET, exit + " " + GET);

        Run run = MainRun.of(temporary, temporary, "check", "1.1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("workbook: the exercise ends the program while its tests run: OptionalStore.java:"
                        + lineOf(exit) + "\n");
    }

    @Test
    void after_a_test_that_loops_nobody_waits_for_the_others() throws Exception {
        edit(GET, "while (true) { }");

        List<String> report = report();

        assertThat(report)
                .startsWith("✗ 1.1  a key that was never set is absent                       exercise 1 of 6");
        assertThat(report).last().asString().matches("  tests       [0-3] of 5 pass");
    }

    @Test
    void a_thread_that_only_waits_for_work_is_not_a_loop() throws Exception {
        edit(GET, "java.util.concurrent.Executors.newFixedThreadPool(1).execute(() -> { }); " + GET);

        assertThat(report()).first().asString().startsWith("✓ 1.1");
    }

    private List<String> report() throws IOException {
        return Report.of(exercise, WorkbookCopy.OF_STEP, CHECKER.run(exercise, exercise.workspace()));
    }

    private void edit(String old, String replacement) throws IOException {
        WorkbookCopy.replace(WorkbookCopy.fileIn(exercise.workspace()), old, replacement);
        WorkbookCopy.replace(
                exercise.module().resolve("src/test/resources/junit-platform.properties"), "3 s", "300 ms");
    }

    private int lineOf(String text) throws IOException {
        String before = Files.readString(WorkbookCopy.fileIn(exercise.workspace()));
        before = before.substring(0, before.indexOf(text));
        return 1 + (int) before.chars().filter(character -> character == '\n').count();
    }
}
