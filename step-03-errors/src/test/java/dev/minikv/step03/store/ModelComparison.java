package dev.minikv.step03.store;

import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/// Compares a store with its model, answer by answer, and reports the first difference.
final class ModelComparison {

    private static final int LENGTH = 200;

    /// The answers of the model and of the store to one operation.
    private record Outcome(Operation operation, Object expected, Object got) {

        /// Any two refusals are equal: the contract does not say which of several limits is reported.
        boolean differs() {
            boolean bothRefuse = expected instanceof Failure && got instanceof Failure;
            return !bothRefuse && !expected.equals(got);
        }
    }

    private ModelComparison() {}

    /// Runs a random sequence for each seed, until the store answers one differently from its model.
    ///
    /// @throws AssertionError for that sequence, showing the few of its operations that matter
    static void compare(Function<Limits, KeyValueStore> newStore, LongStream seeds) {
        seeds.forEach(seed -> {
            List<Operation> operations = Operation.sequence(seed, LENGTH);
            if (differs(newStore, operations)) {
                operations = Shrinker.shrink(operations, other -> differs(newStore, other), Operation::plainer);
                throw new AssertionError(report(seed, outcomes(newStore, operations)));
            }
        });
    }

    private static boolean differs(Function<Limits, KeyValueStore> newStore, List<Operation> operations) {
        return outcomes(newStore, operations).stream().anyMatch(Outcome::differs);
    }

    /// Applies the operations, in order, to a new store and to a new model.
    private static List<Outcome> outcomes(Function<Limits, KeyValueStore> newStore, List<Operation> operations) {
        KeyValueStore store = newStore.apply(Operation.LIMITS);
        KeyValueStore model = new LogStore(Operation.LIMITS);
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
        report.append("\nTo reproduce: ./workbook test 3 ModelTest -Dseed=" + seed);
        return report.toString();
    }

    private static String row(String operation, String expected, String got) {
        return "%-19s%-28s%s\n".formatted(operation, expected, got);
    }

    private static String show(Object answer) {
        return switch (answer) {
            case Success<?, ?>(Object value) -> "Success(" + show(value) + ")";
            case Failure<?, ?>(Object error) -> "Failure(" + error + ")";
            case Optional<?> value ->
                value.map(text -> "Optional.of(\"" + text + "\")").orElse("Optional.empty()");
            case RuntimeException e -> "throws " + e.getClass().getSimpleName() + ": " + e.getMessage();
            case null, default -> String.valueOf(answer);
        };
    }
}
