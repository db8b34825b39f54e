package dev.minikv.workbook.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.BDDAssumptions;
import org.assertj.core.api.WritableAssertionInfo;
import org.assertj.core.presentation.StandardRepresentation;
import org.assertj.core.util.introspection.PropertyOrFieldSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;

/// The suites are below the tests: JUnit does not look for tests in an interface.
class SuiteRulesTest {

    @Test
    void a_suite_that_JUnit_runs_as_a_whole_is_fine() {
        assertThat(SuiteRules.notRun(PlainSuite.class)).isEmpty();
    }

    @Test
    void methods_that_JUnit_does_not_run_are_named_with_the_reason() {
        assertThat(SuiteRules.notRun(NotRunSuite.class))
                .containsExactly(
                        "answers returns int: JUnit runs no tests that return something",
                        "forgotten has no @Test, and nothing calls it",
                        "made is a @TestFactory, and not a @Test",
                        "many is a @ParameterizedTest, and not a @Test",
                        "nested is in the class Inner: JUnit does not look there",
                        "on_windows is @EnabledOnOs: JUnit may skip it",
                        "secret is private: JUnit does not run it",
                        "shared is static: JUnit does not run it",
                        "skipped is @Disabled: JUnit may skip it",
                        "thrice is a @RepeatedTest, and not a @Test");
        assertThat(SuiteRules.notRun(SkippedAsAWholeSuite.class))
                .containsExactly("SkippedAsAWholeSuite is @Disabled: JUnit may skip it");
    }

    @Test
    void a_method_that_was_meant_as_a_test_is_named() {
        assertThat(SuiteRules.notRun(MeantAsTestsSuite.class))
                .containsExactly(
                        "get has no @Test, and nothing calls it",
                        "named has a @DisplayName, and nothing that makes it a test",
                        "sourced has a @EmptySource, and nothing that makes it a test");
    }

    @Test
    void an_annotation_that_is_disabled_itself_skips() {
        assertThat(SuiteRules.notRun(LaterSuite.class)).containsExactly("some_day is @Later: JUnit may skip it");
    }

    @Test
    void interfaces_that_a_suite_extends_belong_to_it() {
        assertThat(SuiteRules.notRun(ExtendsNotRunSuite.class)).isEqualTo(SuiteRules.notRun(NotRunSuite.class));
    }

    @Test
    void other_kinds_of_tests_can_be_allowed() {
        assertThat(SuiteRules.notRun(NotRunSuite.class, Set.of(Test.class, ParameterizedTest.class)))
                .hasSize(9)
                .noneMatch(why -> why.startsWith("many"));
    }

    @Test
    void a_test_with_an_assumption_is_named_with_its_line() {
        assertThat(SuiteRules.notRun(GivesUpSuite.class))
                .singleElement()
                .asString()
                .matches(
                        "SuiteRulesTest\\.java:\\d+ uses Assumptions\\.assumeTrue: a test that is aborted says nothing");
        assertThat(SuiteRules.notRun(GivesUpOtherwiseSuite.class)).hasSize(1);
    }

    @Test
    void code_that_looks_inside_is_named_with_its_line() {
        assertThat(SuiteRules.looksInside(LooksInsideSuite.class))
                .extracting(where -> where.replaceFirst(":\\d+ ", " "))
                .containsExactly(
                        "SuiteRulesTest.java uses Object.getClass",
                        "SuiteRulesTest.java uses Class.getName",
                        "SuiteRulesTest.java uses Throwable.getStackTrace",
                        "SuiteRulesTest.java uses ObjectAssert.extracting",
                        "SuiteRulesTest.java uses System.identityHashCode",
                        "SuiteRulesTest.java uses ListAssert.filteredOn",
                        "SuiteRulesTest.java uses Thread.dumpStack",
                        "SuiteRulesTest.java creates a StandardRepresentation",
                        "SuiteRulesTest.java uses StandardRepresentation.toStringOf",
                        "SuiteRulesTest.java uses PropertyOrFieldSupport.EXTRACTION",
                        "SuiteRulesTest.java uses PropertyOrFieldSupport.getValueOf",
                        "SuiteRulesTest.java asks for the class WritableAssertionInfo");
    }

    @Test
    void code_that_relies_on_answers_is_not_named() {
        assertThat(SuiteRules.looksInside(PlainSuite.class)).isEmpty();
    }

    /// Helper classes in a suite's package belong to it.
    @Test
    void helper_classes_are_read_too() {
        assertThat(SuiteRules.looksInside(AsksAHelperSuite.class))
                .singleElement()
                .asString()
                .endsWith("uses Object.getClass");
    }
}

interface PlainSuite {

    @Test
    default void compares() {
        prepare();
        assertThat(List.of("a")).extracting(String::length).containsExactly(1);
        assertThat(new StringBuilder("a").toString()).isEqualTo("a");
        assertThat((Object) "a" instanceof String).isTrue();
    }

    default void prepare() {}

    @BeforeEach
    default void before() {}
}

interface NotRunSuite {

    @Test
    private void secret() {}

    @Test
    static void shared() {}

    @Test
    default int answers() {
        return 1;
    }

    @Test
    @Disabled
    default void skipped() {}

    @Test
    @EnabledOnOs(OS.WINDOWS)
    default void on_windows() {}

    @RepeatedTest(3)
    default void thrice() {}

    @ParameterizedTest
    @EmptySource
    default void many(String value) {}

    @TestFactory
    default List<DynamicTest> made() {
        return List.of();
    }

    default void forgotten() {}

    class Inner {

        @Test
        void nested() {}
    }
}

interface MeantAsTestsSuite {

    @DisplayName("a name")
    default void named() {}

    @EmptySource
    default void sourced(String value) {}

    /// The subject has a method of the same name.
    default void get() {}

    @Test
    default void runs() {
        assertThat(Optional.of("a").get()).isEqualTo("a");
    }
}

interface LaterSuite {

    @Disabled
    @Retention(RetentionPolicy.RUNTIME)
    @interface Later {}

    @Test
    @Later
    default void some_day() {}
}

interface GivesUpOtherwiseSuite {

    @Test
    default void gives_up() {
        BDDAssumptions.given("a").isEqualTo("b");
    }
}

interface ExtendsNotRunSuite extends NotRunSuite {}

@Disabled
interface SkippedAsAWholeSuite {

    @Test
    default void runs() {}
}

interface GivesUpSuite {

    @Test
    default void gives_up() {
        assumeTrue(false);
    }
}

interface LooksInsideSuite {

    @Test
    default void looks() {
        Object subject = List.of();
        assertThat(subject.getClass().getName()).isNotNull();
        assertThat(Arrays.asList(new Throwable().getStackTrace())).isNotNull();
        assertThat(subject).extracting("size").isNotNull();
        assertThat(List.of(subject)).allMatch(one -> System.identityHashCode(one) != 0);
        assertThat(List.of(subject)).filteredOn("empty", true).isEmpty();
        Thread.dumpStack();
        assertThat(new StandardRepresentation().toStringOf(subject)).isNotNull();
        assertThat(PropertyOrFieldSupport.EXTRACTION.getValueOf("empty", subject))
                .isNotNull();
        assertThat(subject instanceof WritableAssertionInfo).isFalse();
    }
}

interface AsksAHelperSuite {

    @Test
    default void asks() {
        assertThat(HelperOfSuites.kind("")).isNotNull();
    }
}

/// A helper beside the suites, in the same file.
final class HelperOfSuites {

    private HelperOfSuites() {}

    static Object kind(Object subject) {
        return subject.getClass();
    }
}
