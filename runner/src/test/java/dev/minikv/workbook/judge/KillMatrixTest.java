package dev.minikv.workbook.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each subject consists of the results that tests have on it.
class KillMatrixTest {

    private static final int WIDTH = 98;

    private final KillMatrix<List<Judgement>> matrix = new KillMatrix<>(results -> results);

    @Test
    void a_bug_that_no_test_fails_on_survives() {
        matrix.correct("a map", List.of(passed("an_absent_key_is_empty"), passed("Set.replaces")))
                .buggy("loses keys", List.of(passed("an_absent_key_is_empty"), failed("Set.replaces")))
                .buggy("loses values", List.of(passed("an_absent_key_is_empty"), passed("Set.replaces")));

        assertThat(matrix.survivors()).containsExactly("loses values");
        assertThat(matrix.falseAlarms()).isEmpty();
        assertThat(matrix.idle()).containsExactly("an_absent_key_is_empty");
        assertThat(matrix.tests()).containsExactly("an_absent_key_is_empty", "Set.replaces");
        assertThat(matrix).hasToString("""
                your tests, each in its column: × it fails, · it passes

                                       12
                correct  a map         ··  passes
                buggy    loses keys    ·×  killed
                buggy    loses values  ··  SURVIVES

                  1  an absent key is empty
                  2  Set.replaces
                """);
    }

    @Test
    void a_test_that_fails_on_one_correct_subject_kills_nothing() {
        matrix.buggy("loses keys", List.of(failed("a"), failed("b")))
                .buggy("loses values", List.of(failed("a"), passed("b")))
                .correct("a map", List.of(passed("a"), passed("b")))
                .correct("a sorted map", List.of(failed("a"), passed("b")));

        assertThat(matrix.survivors()).containsExactly("loses values");
        assertThat(matrix.falseAlarms()).containsExactly("a fails on a sorted map, which is correct");
        assertThat(matrix.idle()).containsExactly("a");
    }

    @Test
    void a_test_fails_if_one_of_its_invocations_does() {
        matrix.correct("a map", List.of(passed("a"), passed("a")))
                .buggy("loses keys", List.of(passed("a"), failed("a"), passed("a")));

        assertThat(matrix.survivors()).isEmpty();
        assertThat(matrix.tests()).containsExactly("a");
    }

    @Test
    void a_failure_outside_of_the_tests_kills_and_alarms_like_a_test_but_is_not_one() {
        matrix.correct("a map", List.of(passed("a")))
                .buggy("cannot be created", List.of(new Judgement("Suite", Optional.of(new AssertionError()), false)));
        assertThat(matrix.survivors()).isEmpty();

        matrix.correct("a sorted map", List.of(new Judgement("Suite", Optional.of(new AssertionError()), false)));

        assertThat(matrix.survivors()).containsExactly("cannot be created");
        assertThat(matrix.falseAlarms()).containsExactly("Suite itself fails on a sorted map, which is correct");
        assertThat(matrix.tests()).containsExactly("a");
    }

    @Test
    void a_test_that_does_not_end_on_a_correct_subject_ends_the_whole_run() {
        var cutOff = new TimeoutException("a() timed out");
        List<Judgement> results = List.of(passed("b"), new Judgement("a", Optional.of(cutOff)));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> matrix.correct("a map", results))
                .withMessage("a does not end on a map, which is correct (an endless loop?)")
                .withCause(cutOff);

        assertThat(matrix.buggy("never answers", results).survivors())
                .as("not ending kills a buggy subject")
                .isEmpty();
    }

    @Test
    void a_bug_in_several_places_is_killed_if_it_survives_in_none_of_them() {
        matrix.correct("a map", List.of(passed("a"), passed("b")))
                .buggy("loses values", "in set", List.of(failed("a"), passed("b")))
                .buggy("loses values", "in get", List.of(passed("a"), passed("b")))
                .buggy("loses values", "in delete", List.of(passed("a"), passed("b")));

        assertThat(matrix.survivors()).containsExactly("loses values (in get, in delete)");
        assertThat(matrix.survivors("loses values", "b")).containsExactly("in set", "in get", "in delete");
        assertThat(matrix.killers("loses values", "in set")).containsExactly("a");
        assertThat(matrix).hasToString("""
                your tests, each in its column: × it fails, · it passes

                                       12
                correct  a map         ··  passes
                buggy    loses values  ×·  SURVIVES
                           in get, in delete

                  1  a
                  2  b
                """);
    }

    @Test
    void a_test_with_another_result_when_it_runs_again_is_named() {
        List<Judgement> onMap = List.of(passed("a"), passed("b"));
        List<Judgement> onBug = List.of(failed("a"), failed("b"));
        matrix.correct("a map", onMap).buggy("loses keys", onBug);

        assertThat(matrix.differing(results -> results)).isEmpty();
        assertThat(matrix.differing(results -> List.of(passed("a"), results.getLast())))
                .containsExactly("a");
    }

    @Test
    void the_first_false_alarm_says_where_and_why() {
        matrix.correct("a map", List.of(passed("a"))).correct("a sorted map", List.of(failed("a")));

        assertThat(matrix.firstFalseAlarm(KillMatrixTest.class).orElseThrow()).startsWith("a on a sorted map: ");
    }

    @Test
    void no_two_subjects_have_the_same_name() {
        matrix.correct("a map", List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.buggy("a map", List.of()))
                .withMessage("there are two subjects called a map");
    }

    @Nested
    class The_table {

        @Test
        void says_why_a_test_kills_nothing_and_which_tests_did_not_run() {
            var broken = new Judgement("Suite", Optional.of(new IllegalStateException("no store")), false);
            matrix.correct("a map", List.of(passed("a"), passed("b")))
                    .correct("a sorted map", List.of(failed("a"), passed("b")))
                    .correct("an array", List.of(broken))
                    .buggy("loses keys", List.of(failed("a"), passed("b")));

            assertThat(matrix).hasToString("""
                    your tests, each in its column: × it fails, · it passes

                                           12*
                    correct  a map         ··   passes
                    correct  a sorted map  ×·   FALSE ALARM
                    correct  an array        ×  FALSE ALARM
                    buggy    loses keys    ×·   SURVIVES

                      1  a
                         kills nothing, as it fails on a sorted map, which is correct: [a rule] expected 1
                      2  b
                      *  Suite itself
                         kills nothing, as it fails on an array, which is correct: java.lang.IllegalStateException: no
                         store
                    """);
        }

        @Test
        void says_that_there_are_no_tests() {
            matrix.correct("a map", List.of()).buggy("loses keys", List.of());

            assertThat(matrix).hasToString("""
                    your tests, each in its column: × it fails, · it passes

                    correct  a map         passes
                    buggy    loses keys    SURVIVES

                    There are no tests.
                    """);
        }

        @Test
        void stays_within_its_width_however_much_there_is() {
            List<Judgement> all = IntStream.rangeClosed(1, 75)
                    .mapToObj(number -> failed("test_" + number + "_is_about_one_thing_only".repeat(5)))
                    .toList();
            matrix.correct("a subject with a name that says in all detail how it is made", all)
                    .buggy("x".repeat(200), all);

            List<String> lines = matrix.toString().lines().toList();

            assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
            assertThat(lines)
                    .as("one row for each 30 tests")
                    .filteredOn(line -> line.startsWith("buggy    xxx"))
                    .extracting(line -> line.replaceAll("[^×]", "").length())
                    .containsExactly(30, 30, 15);
            assertThat(lines)
                    .as("the tens and ones of the columns' numbers")
                    .contains(" ".repeat(55) + "         4         5         6", " ".repeat(55) + "123456789012345")
                    .anyMatch(line -> line.startsWith(" 75  test 75 is about one thing only"))
                    .contains("         detail how it is made");
        }
    }

    private static Judgement passed(String test) {
        return new Judgement(test, Optional.empty());
    }

    private static Judgement failed(String test) {
        return new Judgement(test, Optional.of(new AssertionError("[a rule]\nexpected 1")));
    }
}
