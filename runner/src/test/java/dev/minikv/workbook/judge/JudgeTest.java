package dev.minikv.workbook.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The suites that are judged are below the tests, as classes that JUnit does not look for itself.
class JudgeTest {

    /// The line of the assertion or the loop that was reached last.
    private static int nextLine;

    @Test
    void tests_that_do_not_finish_are_named_with_the_reason() {
        assertThat(Judge.unfinished(QuietSuite.class))
                .containsExactly("gives_up is aborted by an assumption", "is_skipped is skipped: not yet");
    }

    @Test
    void a_test_without_invocations_is_named() {
        assertThat(Judge.withoutInvocation(QuietSuite.class)).containsExactly("has_no_source");
    }

    @Test
    void each_test_has_a_result_with_its_message() {
        List<Judgement> results = Judge.run(OneOfEach.class);

        assertThat(results).extracting(Judgement::test).containsExactlyInAnyOrder("passes", "fails");
        assertThat(results).allMatch(Judgement::isTest);
        assertThat(complaints(results))
                .containsOnly(
                        entry("passes", "passed"),
                        entry("fails", "JudgeTest.java:" + nextLine + ": [the rule] expected: 2 but was: 1"));
        assertThat(results)
                .extracting(result -> result.complaint(OneOfEach.class))
                .containsExactlyInAnyOrderElementsOf(complaints(results).values());
    }

    @Test
    void a_class_without_tests_has_no_results() {
        assertThat(inAllOrders(NoTests.class)).containsOnly(List.of());
    }

    @Test
    void every_test_of_a_class_that_cannot_be_created_fails() {
        assertThat(complaints(Judge.run(FailsInItsConstructor.class)))
                .containsOnly(
                        entry("one", "java.lang.IllegalStateException: broken"),
                        entry("two", "java.lang.IllegalStateException: broken"));
    }

    @ParameterizedTest
    @ValueSource(classes = {FailsBeforeAll.class, FailsAsAWhole.class})
    void a_failure_outside_of_the_tests_is_not_a_test(Class<?> suite) {
        assertThat(inAllOrders(suite))
                .allSatisfy(results -> assertThat(results)
                        .extracting(Judgement::test, Judgement::isTest, Judgement::passed)
                        .containsExactly(tuple(suite.getSimpleName(), false, false)));
    }

    /// JUnit does not call one without arguments a test, but its author does.
    @Test
    void a_parameterised_test_has_a_result_for_each_invocation_and_fails_without() {
        assertThat(inAllOrders(Parameters.class))
                .allSatisfy(results -> assertThat(results)
                        .extracting(Judgement::test, Judgement::passed, Judgement::isTest)
                        .containsExactlyInAnyOrder(
                                tuple("two_of_three_fail", true, true),
                                tuple("two_of_three_fail", false, true),
                                tuple("two_of_three_fail", false, true),
                                tuple("nothing", false, true)));
    }

    @Test
    void a_test_in_a_nested_class_has_the_name_of_the_class() {
        assertThat(Judge.run(Outer.class))
                .extracting(Judgement::test)
                .containsExactlyInAnyOrder("same_name", "Inner.same_name", "Inner.Innermost.same_name");
    }

    @Test
    void a_skipped_test_has_no_result_and_an_aborted_test_has_not_failed() {
        assertThat(Judge.run(Reluctant.class)).containsExactly(new Judgement("gives_up", Optional.empty()));
        assertThat(Judge.run(GivesUpAsAWhole.class)).isEmpty();
    }

    @Test
    void tests_that_JUnit_cannot_run_do_not_keep_the_others_from_running() {
        assertThat(Judge.run(ImplementsHidden.class))
                .extracting(Judgement::test)
                .containsExactly("seen");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_endless_test_is_cut_off_and_its_line_is_named() {
        assertThat(Judge.run(Endless.class)).singleElement().satisfies(result -> {
            assertThat(result.timedOut()).isTrue();
            assertThat(result.complaint())
                    .isEqualTo("JudgeTest.java:" + nextLine + ": it was still running (an endless loop?)");
        });
    }

    @Test
    void backwards_is_the_reverse_order() {
        assertThat(Judge.runBackwards(OneOfEach.class))
                .extracting(Judgement::test)
                .isEqualTo(Judge.run(OneOfEach.class).reversed().stream()
                        .map(Judgement::test)
                        .toList());
    }

    @Test
    void alone_no_test_has_another_before_it() {
        assertThat(Judge.run(NeedsAnotherBefore.class))
                .filteredOn(Judgement::passed)
                .hasSize(1);
        assertThat(Judge.runEachAlone(NeedsAnotherBefore.class)).hasSize(2).noneMatch(Judgement::passed);
    }

    @Test
    void tests_end_differently_in_different_runs_only_if_they_depend_on_each_other() {
        assertThat(Judge.differing(NeedsAnotherBefore.class, Judge.run(NeedsAnotherBefore.class)))
                .containsExactly("one", "other");
        assertThat(Judge.differing(OneOfEach.class, Judge.run(OneOfEach.class))).isEmpty();
    }

    @Test
    void the_first_difference_of_two_long_texts_is_shown() {
        assertThat(complaints(Judge.run(ComparesTexts.class)))
                .containsOnly(entry(
                        "compares",
                        "JudgeTest.java:" + nextLine + ": expected line 2: > Store contains 1 item,"
                                + " got line 2: > Store contains 1 items"));
    }

    private static List<List<Judgement>> inAllOrders(Class<?> suite) {
        return List.of(Judge.run(suite), Judge.runBackwards(suite), Judge.runEachAlone(suite));
    }

    private static Map<String, String> complaints(List<Judgement> results) {
        return results.stream().collect(Collectors.toMap(Judgement::test, Judgement::complaint));
    }

    /// Records the line after the caller's.
    private static void noteNextLine() {
        nextLine = 1
                + StackWalker.getInstance()
                        .walk(frames -> frames.skip(1).findFirst().orElseThrow().getLineNumber());
    }

    static class OneOfEach {

        @Test
        void passes() {
            assertThat(1).isEqualTo(1);
        }

        @Test
        void fails() {
            noteNextLine();
            assertThat(1).as("the rule").isEqualTo(2);
        }
    }

    static class NoTests {}

    static class FailsInItsConstructor {

        FailsInItsConstructor() {
            throw new IllegalStateException("broken");
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class FailsBeforeAll {

        @BeforeAll
        static void fail() {
            throw new IllegalStateException("broken");
        }

        @Test
        void never_runs() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class FailsAsAWhole extends FailsInItsConstructor {}

    static class Parameters {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void two_of_three_fail(int number) {
            assertThat(number).isEqualTo(2);
        }

        @ParameterizedTest
        @MethodSource("none")
        void nothing(String argument) {
            assertThat(argument).isNotNull();
        }

        static Stream<String> none() {
            return Stream.empty();
        }
    }

    static class Outer {

        @Test
        void same_name() {}

        @Nested
        class Inner {

            @Test
            void same_name() {}

            @Nested
            class Innermost {

                @Test
                void same_name() {}
            }
        }
    }

    static class Reluctant {

        @Test
        void gives_up() {
            assumeTrue(false);
        }

        @Disabled
        @Test
        void is_skipped() {}
    }

    static class GivesUpAsAWhole {

        @BeforeAll
        static void give_up() {
            assumeTrue(false);
        }

        @Test
        void never_runs() {}
    }

    static class Endless {

        @Test
        void never_ends() throws InterruptedException {
            noteNextLine();
            new CountDownLatch(1).await();
        }
    }

    interface Hidden {

        @Test
        default void seen() {}

        @Test
        private void hidden() {}

        @Test
        static void lonely() {}

        @Test
        default int answering() {
            return 1;
        }
    }

    static class ImplementsHidden implements Hidden {}

    static class ComparesTexts {

        @Test
        void compares() {
            String said = "> ✓ Set\n> Store contains 1 items\n> Goodbye!\n";
            noteNextLine();
            assertThat(said).isEqualTo("> ✓ Set\n> Store contains 1 item\n> Goodbye!\n");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class NeedsAnotherBefore {

        private int before = 0;

        @Test
        void one() {
            assertThat(before++).isPositive();
        }

        @Test
        void other() {
            assertThat(before++).isPositive();
        }
    }
}

class QuietSuite {

    @Test
    void runs() {}

    @Test
    @ExtendWith(NotYet.class)
    void is_skipped() {}

    @Test
    void gives_up() {
        assumeTrue(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void has_two(String value) {}

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("nothing")
    void has_no_source(String value) {}

    static Stream<String> nothing() {
        return Stream.of();
    }
}

final class NotYet implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ConditionEvaluationResult.disabled("not yet");
    }
}
