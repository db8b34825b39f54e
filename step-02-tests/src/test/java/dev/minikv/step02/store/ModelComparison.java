package dev.minikv.step02.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// Compares a store with its model, answer by answer, and reports the first difference.
final class ModelComparison {

    private static final int LENGTH = 200;

    /// The answers of the model and of the store to one operation.
    private record Outcome(Operation operation, Object expected, Object got) {

        boolean differs() {
            return !expected.equals(got);
        }
    }

    private ModelComparison() {}

    /// Runs a random sequence for each seed, until the store answers one differently from its model.
    ///
    /// @throws AssertionError for that sequence, showing the few of its operations that matter
    static void compare(Supplier<KeyValueStore> newStore, LongStream seeds) {
        seeds.forEach(seed -> {
            List<Operation> operations = Operation.sequence(seed, LENGTH);
            if (differs(newStore, operations)) {
                operations = Shrinker.shrink(operations, fewer -> differs(newStore, fewer));
                throw new AssertionError(report(seed, outcomes(newStore, operations)));
            }
        });
    }

    private static boolean differs(Supplier<KeyValueStore> newStore, List<Operation> operations) {
        return outcomes(newStore, operations).stream().anyMatch(Outcome::differs);
    }

    /// Applies the operations, in order, to a new store and to a new model.
    private static List<Outcome> outcomes(Supplier<KeyValueStore> newStore, List<Operation> operations) {
        KeyValueStore store = newStore.get();
        KeyValueStore model = new LogStore();
        var outcomes = new ArrayList<Outcome>();
        for (Operation operation : operations) {
            outcomes.add(new Outcome(operation, operation.on(model), answer(operation, store)));
        }
        return outcomes;
    }

    /// Returns the store's answer, or the exception if the store throws one.
    private static Object answer(Operation operation, KeyValueStore store) {
        try {
            return operation.on(store);
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static String report(long seed, List<Outcome> outcomes) {
        var report = new StringBuilder();
        report.append("The store differs from its model. ");
        report.append("Seed %s, shrunk from %s operations to %s:\n\n".formatted(seed, LENGTH, outcomes.size()));
        report.append(row("operation", "expected", "got"));
        for (Outcome outcome : outcomes) {
            String operation = outcome.operation().code();
            report.append(row(operation, show(outcome.expected()), show(outcome.got())));
        }
        report.append("\nTo reproduce: ./workbook test 2 ModelTest -Dseed=" + seed);
        return report.toString();
    }

    private static String row(String operation, String expected, String got) {
        return "%-16s%-18s%s\n".formatted(operation, expected, got);
    }

    private static String show(Object answer) {
        return switch (answer) {
            case Optional<?> value ->
                value.map(text -> "Optional.of(\"" + text + "\")").orElse("Optional.empty()");
            case RuntimeException e -> "throws " + e.getClass().getSimpleName() + ": " + e.getMessage();
            case null, default -> String.valueOf(answer);
        };
    }
}
