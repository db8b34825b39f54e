package dev.minikv.workbook.judge;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/// What a suite of tests must not do, whatever its tests say: it is an interface, and its tests are
/// `default` methods.
public final class SuiteRules {

    private static final Set<String> ASSUMPTIONS = Set.of(
            "org.junit.jupiter.api.Assumptions",
            "org.assertj.core.api.Assumptions",
            "org.opentest4j.TestAbortedException");

    /// Answers to what an object is, and not to what it does.
    private static final Set<String> LOOKS = Set.of(
            "getClass",
            "identityHashCode",
            "getStackTrace",
            "getAllStackTraces",
            "printStackTrace",
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

    private SuiteRules() {}

    /// Returns what [#notRun(Class, Set)] does, where each test has a [Test].
    public static List<String> notRun(Class<?> suite) {
        return notRun(suite, Set.of(Test.class));
    }

    /// Returns the methods that are meant as tests and that JUnit does not run, each with the reason, such
    /// as `get_is_empty is static: JUnit does not run it`.
    ///
    /// @param kinds the annotations of which a test has one
    public static List<String> notRun(Class<?> suite, Set<Class<? extends Annotation>> kinds) {
        var found = new ArrayList<String>();
        List<Call> calls = Call.of(suite);
        Set<String> called = calls.stream().map(Call::name).collect(Collectors.toSet());
        for (Class<?> type : withSupertypes(suite).distinct().toList()) {
            skipped(type.getAnnotations()).ifPresent(why -> found.add(type.getSimpleName() + why));
            for (Method method : type.getDeclaredMethods()) {
                if (!method.isSynthetic()) {
                    whyNot(method, kinds, called).ifPresent(why -> found.add(method.getName() + why));
                }
            }
            for (Class<?> nested : type.getDeclaredClasses()) {
                Stream.of(nested.getDeclaredMethods())
                        .filter(SuiteRules::isTest)
                        .forEach(method -> found.add("%s stands in the class %s: JUnit does not look there"
                                .formatted(method.getName(), nested.getSimpleName())));
            }
        }
        calls.stream()
                .filter(call -> ASSUMPTIONS.contains(call.owner()))
                .map(call -> call + ": a test that is given up says nothing")
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
            boolean forgotten = method.isDefault()
                    && method.getAnnotations().length == 0
                    && method.getParameterCount() == 0
                    && method.getReturnType() == void.class
                    && !called.contains(method.getName());
            return forgotten ? Optional.of(" has no @Test, and nothing calls it") : Optional.empty();
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
                        ? skipped(method.getAnnotations())
                        : Optional.of(" returns %s: JUnit runs no test that returns something"
                                .formatted(method.getReturnType().getSimpleName())));
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static Optional<String> skipped(Annotation[] annotations) {
        return Stream.of(annotations)
                .map(Annotation::annotationType)
                .filter(type ->
                        type == Disabled.class || type.getPackageName().equals("org.junit.jupiter.api.condition"))
                .findFirst()
                .map(type -> " is @%s: JUnit may skip it".formatted(type.getSimpleName()));
    }

    /// Returns where a suite looks at what its subject is, and not at what it does: at its class, at its
    /// fields, at who called whom.
    public static List<String> looksInside(Class<?> suite) {
        return Call.of(suite).stream()
                .filter(SuiteRules::looksInside)
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
                || call.name().equals("extracting")
                        && call.parameters().stream().anyMatch(SuiteRules::isText);
    }

    private static boolean isText(String type) {
        return type.equals("java.lang.String") || type.equals("java.lang.String[]");
    }
}
