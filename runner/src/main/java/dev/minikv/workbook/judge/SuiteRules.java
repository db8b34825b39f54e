package dev.minikv.workbook.judge;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// What a suite of tests must not do. A suite is an interface, and its tests are `default` methods.
public final class SuiteRules {

    private static final Set<Class<? extends Annotation>> AROUND_TESTS =
            Set.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    /// Methods that reveal what an object is, and not what it does.
    private static final Set<String> LOOKS = Set.of(
            "getClass",
            "identityHashCode",
            "getStackTrace",
            "getAllStackTraces",
            "printStackTrace",
            "dumpStack",
            "hasStackTraceContaining",
            "hasToString",
            "hasSameClassAs",
            "hasSameHashCodeAs",
            "hasFieldOrProperty",
            "hasFieldOrPropertyWithValue",
            "hasNoNullFieldsOrProperties",
            "hasAllNullFieldsOrProperties",
            "usingRecursiveComparison",
            "usingRecursiveAssertion");

    /// Methods of AssertJ that read a property if a parameter is its name.
    private static final Set<String> ASKS_FOR_A_PROPERTY =
            Set.of("extracting", "flatExtracting", "filteredOn", "filteredOnNull");

    private SuiteRules() {}

    /// Returns the result of [#notRun(Class, Set)] for a suite in which each test has a [Test].
    public static List<String> notRun(Class<?> suite) {
        return notRun(suite, Set.of(Test.class));
    }

    /// Returns the methods that are meant as tests but that JUnit does not run, each with the reason, such
    /// as `get_is_empty is static: JUnit does not run it`.
    ///
    /// @param kinds the annotations that make a method a test
    public static List<String> notRun(Class<?> suite, Set<Class<? extends Annotation>> kinds) {
        var found = new ArrayList<String>();
        List<Call> calls = Call.of(suite);
        List<Class<?>> types = withSupertypes(suite).distinct().toList();
        Set<String> names = types.stream().map(Class::getName).collect(Collectors.toSet());
        Set<String> called = calls.stream() // of the suite itself: its subject may have a method of the same name
                .filter(call -> names.contains(call.owner()))
                .map(call -> call.name() + call.parameters())
                .collect(Collectors.toSet());
        for (Class<?> type : types) {
            skipped(type).ifPresent(why -> found.add(type.getSimpleName() + why));
            for (Method method : type.getDeclaredMethods()) {
                if (!method.isSynthetic()) {
                    whyNot(method, kinds, called).ifPresent(why -> found.add(method.getName() + why));
                }
            }
            for (Class<?> nested : type.getDeclaredClasses()) {
                Stream.of(nested.getDeclaredMethods())
                        .filter(SuiteRules::isTest)
                        .forEach(method -> found.add("%s is in the class %s: JUnit does not look there"
                                .formatted(method.getName(), nested.getSimpleName())));
            }
        }
        calls.stream()
                .filter(SuiteRules::isAssumption)
                .map(call -> call + ": a test that is aborted says nothing")
                .distinct()
                .forEach(found::add);
        found.sort(null);
        return found;
    }

    private static Stream<Class<?>> withSupertypes(Class<?> suite) {
        return Stream.concat(Stream.of(suite), Stream.of(suite.getInterfaces()).flatMap(SuiteRules::withSupertypes));
    }

    private static Optional<String> whyNot(Method method, Set<Class<? extends Annotation>> kinds, Set<String> called) {
        if (!isTest(method)) {
            return method.isDefault() && method.getReturnType() == void.class
                    ? forgotten(method, called)
                    : Optional.empty();
        }
        if (Modifier.isPrivate(method.getModifiers())) {
            return Optional.of(" is private: JUnit does not run it");
        }
        if (Modifier.isStatic(method.getModifiers())) {
            return Optional.of(" is static: JUnit does not run it");
        }
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> AnnotationSupport.isAnnotated(type, Testable.class) && !kinds.contains(type))
                .findFirst()
                .map(type -> " is a @%s, and not a @Test".formatted(type.getSimpleName()))
                .or(() -> method.getReturnType() == void.class
                        ? skipped(method)
                        : Optional.of(" returns %s: JUnit runs no tests that return something"
                                .formatted(method.getReturnType().getSimpleName())));
    }

    /// Returns why a method looks like a test whose annotation was forgotten.
    private static Optional<String> forgotten(Method method, Set<String> called) {
        List<Class<? extends Annotation>> annotations = Stream.of(method.getAnnotations())
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(type -> type.getPackageName().startsWith("org.junit."))
                .toList();
        if (annotations.stream().anyMatch(AROUND_TESTS::contains)) {
            return Optional.empty();
        }
        if (!annotations.isEmpty()) {
            return Optional.of(" has a @%s, and nothing that makes it a test"
                    .formatted(annotations.getFirst().getSimpleName()));
        }
        List<String> parameters =
                Stream.of(method.getParameterTypes()).map(Class::getTypeName).toList();
        return called.contains(method.getName() + parameters)
                ? Optional.empty()
                : Optional.of(" has no @Test, and nothing calls it");
    }

    private static boolean isAssumption(Call call) {
        return call.owner().startsWith("org.")
                && (call.owner().contains("Assumptions") || call.owner().endsWith(".TestAbortedException"));
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    /// An annotation that the suite declares may itself have a @Disabled.
    private static Optional<String> skipped(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type == Disabled.class
                        || type.getPackageName().equals("org.junit.jupiter.api.condition")
                        || AnnotationSupport.isAnnotated(type, Disabled.class))
                .findFirst()
                .map(type -> " is @%s: JUnit may skip it".formatted(type.getSimpleName()));
    }

    /// Returns the places where a suite looks at what its subject is, and not at what it does: at its
    /// class, its fields, or the call stack.
    public static List<String> looksInside(Class<?> suite) {
        return Call.of(suite).stream()
                .filter(call -> looksInside(call) || asksForAClass(call, suite))
                .map(Call::toString)
                .distinct()
                .toList();
    }

    private static boolean looksInside(Call call) {
        return LOOKS.contains(call.name())
                || call.owner().equals("java.lang.Class") && !call.name().equals("desiredAssertionStatus")
                || call.owner().startsWith("java.lang.reflect.")
                || call.owner().startsWith("java.lang.StackWalker")
                || call.owner().startsWith("java.lang.StackTrace")
                || call.owner().startsWith("java.lang.invoke.")
                || call.owner().startsWith("org.junit.platform.commons.")
                || call.owner().startsWith("org.assertj.core.util.introspection.")
                || call.owner().startsWith("org.assertj.core.presentation.")
                || ASKS_FOR_A_PROPERTY.contains(call.name())
                        && call.parameters().stream().anyMatch(SuiteRules::isText);
    }

    /// Java's exceptions and the suite's own classes are not subjects.
    private static boolean asksForAClass(Call call, Class<?> suite) {
        return call.name().equals(Call.INSTANCEOF)
                && !call.owner().startsWith("java.")
                && !call.owner().startsWith(suite.getPackageName() + ".");
    }

    private static boolean isText(String type) {
        return type.equals("java.lang.String") || type.equals("java.lang.String[]");
    }
}
