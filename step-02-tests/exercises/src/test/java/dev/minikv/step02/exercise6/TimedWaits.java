package dev.minikv.step02.exercise6;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds where a class waits for a length of time, or looks at a clock.
///
/// It reads the compiled class, as the rules of exercise 2.5 do: a sleep that happens to be long
/// enough shows in no result.
final class TimedWaits {

    private static final Set<String> BY_NAME =
            Set.of("sleep", "parkNanos", "parkUntil", "nanoTime", "currentTimeMillis", "now");

    /// These wait for ever if they are called without a number.
    private static final Set<String> BY_NUMBER = Set.of("wait", "join");

    private TimedWaits() {}

    /// Returns the places, such as `TwoThreads.java:25 calls Thread.sleep`, in the order of their
    /// lines.
    static List<String> in(Class<?> type) {
        // Whatever is nested in a class, the lambdas and classes without a name included, is its
        // nest.
        var classes = new ClassFileImporter()
                .importUrls(Arrays.stream(type.getNestMembers())
                        .map(member -> member.getResource("/" + member.getName().replace('.', '/') + ".class"))
                        .toList());
        return classes.stream()
                .flatMap(TimedWaits::accesses)
                .filter(access -> isTimed(access.getTarget()))
                .sorted((one, other) -> Integer.compare(one.getLineNumber(), other.getLineNumber()))
                .map(TimedWaits::place)
                .distinct()
                .toList();
    }

    private static Stream<JavaAccess<? extends CodeUnitAccessTarget>> accesses(JavaClass type) {
        return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static boolean isTimed(CodeUnitAccessTarget called) {
        List<String> parameters =
                called.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return BY_NAME.contains(called.getName())
                || parameters.contains(TimeUnit.class.getName())
                || parameters.contains(Duration.class.getName())
                || BY_NUMBER.contains(called.getName()) && parameters.contains("long");
    }

    private static String place(JavaAccess<? extends CodeUnitAccessTarget> access) {
        return "%s calls %s.%s"
                .formatted(
                        access.getSourceCodeLocation().toString().replaceAll("[()]", ""),
                        access.getTargetOwner().getSimpleName(),
                        access.getTarget().getName());
    }
}
