package dev.minikv.step04.store;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.minikv.step04.store.Result.Failure;
import dev.minikv.step04.store.Result.Success;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Compares a store with its model, answer by answer, and reports the first difference.
///
/// @param newModel creates a store whose answers are known to be right
/// @param limits the limits of the store and of its model
/// @param sequences makes up operations from a seed
record ModelComparison(
        Function<Limits, KeyValueStore> newModel, Limits limits, LongFunction<List<Operation>> sequences) {

    /// Short sequences over few keys, compared with a model that is too simple to be wrong.
    static final ModelComparison OVER_FEW_KEYS =
            new ModelComparison(LogStore::new, Operation.LIMITS, seed -> Operation.sequence(seed, 200));

    /// Long sequences over many keys. The first model would take hours for them, so these use another,
    /// which has been compared with the first.
    static final ModelComparison OVER_MANY_KEYS =
            new ModelComparison(TreeStore::new, ManyKeys.LIMITS, seed -> ManyKeys.sequence(seed, 3_000));

    /// Far more time than a sequence takes, so that only a sequence that hangs reaches it.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// A limit that stops the shrinking of a sequence of a few hundred operations which all matter.
    private static final int MAX_TRIES = 2_000;

    /// The answers of the model and of the store to one operation.
    private record Outcome(Operation operation, Object expected, Object got) {

        /// Any two refusals are equal: the contract does not say which of several limits is reported.
        boolean differs() {
            boolean bothRefuse = expected instanceof Failure && got instanceof Failure;
            return !bothRefuse && !expected.equals(got);
        }
    }

    /// Runs a random sequence for each seed, until the store answers one differently from its model.
    ///
    /// @throws AssertionError for that sequence, showing the few of its operations that matter
    void compare(Function<Limits, KeyValueStore> newStore, LongStream seeds) {
        seeds.forEach(seed -> {
            List<Operation> operations = sequences.apply(seed);
            boolean wrong = assertTimeoutPreemptively(
                    LIMIT, () -> differs(newStore, operations), () -> "seed " + seed + " hangs");
            if (wrong) {
                var tries = new AtomicInteger();
                List<Operation> few = Shrinker.shrink(
                        operations,
                        other -> tries.incrementAndGet() <= MAX_TRIES && differs(newStore, other),
                        Operation::plainer);
                throw new AssertionError(report(seed, operations.size(), outcomes(newStore, few)));
            }
        });
    }

    private boolean differs(Function<Limits, KeyValueStore> newStore, List<Operation> operations) {
        return outcomes(newStore, operations).stream().anyMatch(Outcome::differs);
    }

    /// Applies the operations, in order, to a new store and to a new model.
    private List<Outcome> outcomes(Function<Limits, KeyValueStore> newStore, List<Operation> operations) {
        KeyValueStore store = newStore.apply(limits);
        KeyValueStore model = newModel.apply(limits);
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

    private static String report(long seed, int length, List<Outcome> outcomes) {
        var report = new StringBuilder();
        report.append("The store differs from its model. ");
        report.append("Seed %s, shrunk from %s operations to %s:\n\n".formatted(seed, length, outcomes.size()));
        report.append(row("operation", "expected", "got"));
        for (Outcome outcome : outcomes) {
            String operation = outcome.operation().code();
            report.append(row(operation, show(outcome.expected()), show(outcome.got())));
        }
        report.append("\nTo reproduce: ./workbook test 4 ModelTest -Dseed=" + seed);
        return report.toString();
    }

    private static String row(String operation, String expected, String got) {
        return "%-18s %-27s %s\n".formatted(visible(operation), visible(expected), visible(got));
    }

    /// Returns a text as it would be written in an ASCII source file.
    private static String visible(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : "\\u%04X".formatted(c))
                .collect(Collectors.joining());
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
