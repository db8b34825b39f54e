package dev.minikv.step04.exercise5;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/// Finds the operations of an engine whose cost grows with the number of entries.
public final class Probe {

    private static final int FEW = 100;
    private static final int MANY = 10 * FEW;
    private static final double SLOW_GROWTH = 4; // good operations stay below 3, slow ones are above 5

    private Probe() {}

    /// Returns the slow operations. The supplier makes a new, empty engine each time.
    public static Set<Operation> slowOperations(Supplier<CountedEngine> newEngine) {
        Set<Operation> slow = EnumSet.noneOf(Operation.class);
        for (Operation operation : EnumSet.of(Operation.GET_HIT, Operation.GET_MISS)) {
            double few = stepsPerOperation(operation, newEngine.get(), FEW);
            double many = stepsPerOperation(operation, newEngine.get(), MANY);
            if (many > SLOW_GROWTH * few) {
                slow.add(operation);
            }
        }
        return slow;
    }

    /// Runs an operation once for each entry, and returns its average number of steps.
    private static double stepsPerOperation(Operation operation, CountedEngine engine, int entries) {
        if (operation != Operation.PUT) {
            run(Operation.PUT, engine, entries);
        }
        long before = engine.steps();
        run(operation, engine, entries);
        return (double) (engine.steps() - before) / entries;
    }

    private static void run(Operation operation, CountedEngine engine, int times) {
        for (int i = 0; i < times; i++) {
            switch (operation) {
                case PUT -> engine.put("key" + i, "value");
                case GET_HIT -> engine.get("key" + i);
                case GET_MISS -> engine.get("absent" + i);
                case REMOVE -> engine.remove("key" + i);
            }
        }
    }
}
