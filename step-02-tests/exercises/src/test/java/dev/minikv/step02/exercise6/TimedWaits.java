package dev.minikv.step02.exercise6;

import dev.minikv.workbook.judge.Call;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds where a class waits for a length of time, or looks at a clock.
///
/// It reads the compiled class, as the rules of exercise 2.5 do: no result shows a sleep that happens
/// to be long enough.
final class TimedWaits {

    private static final Set<String> METHODS = Set.of(
            "sleep",
            "parkNanos",
            "parkUntil",
            "awaitNanos",
            "awaitUntil",
            "nanoTime",
            "currentTimeMillis",
            "lastModified",
            "orTimeout",
            "completeOnTimeout",
            "delayedExecutor",
            "exec");

    /// Types that tell the time, or wait for it. A name that ends with a dot is a whole package.
    private static final List<String> TYPES = List.of(
            "java.time.",
            "java.sql.",
            "java.util.logging.",
            "java.lang.management.",
            "java.nio.file.attribute.",
            "javax.",
            "jdk.",
            "java.lang.Process",
            "java.util.Date",
            "java.util.Calendar",
            "java.util.GregorianCalendar",
            "java.util.Timer",
            "java.util.concurrent.TimeUnit",
            "java.util.concurrent.Delay",
            "java.util.concurrent.Scheduled",
            "org.junit.jupiter.api.Timeout",
            "org.awaitility.");

    /// Methods that wait without a limit if they are called without a number.
    private static final Set<String> BY_NUMBER = Set.of("wait", "join");

    private TimedWaits() {}

    /// Returns the places, such as `TwoThreads.java:25 uses Thread.sleep`, in the order of their lines.
    static List<String> in(Class<?> type) {
        return Call.of(type).stream()
                .filter(TimedWaits::isTimed)
                .map(Call::toString)
                .distinct()
                .toList();
    }

    private static boolean isTimed(Call call) {
        return METHODS.contains(call.name())
                || call.name().startsWith("assertTimeout")
                || BY_NUMBER.contains(call.name()) && call.parameters().contains("long")
                || Stream.concat(Stream.of(call.owner()), call.parameters().stream())
                        .anyMatch(used -> TYPES.stream().anyMatch(used::startsWith));
    }
}
