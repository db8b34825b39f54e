package dev.minikv.step04.exercise5;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/// Finds the operations of an engine whose cost grows with the number of entries.
public final class Probe {

    private static final int ENTRIES = 10;
    private static final double MAX_STEPS = 20;

    private Probe() {}

    /// Returns the slow operations. The supplier makes a new, empty engine each time.
    public static Set<Operation> slowOperations(Supplier<CountedEngine> newEngine) {
        Set<Operation> slow = EnumSet.noneOf(Operation.class);
        if (stepsPerHit(newEngine.get(), ENTRIES) > MAX_STEPS) {
            slow.add(Operation.GET_HIT);
        }
        return slow;
    }

    /// Fills an engine, gets every key, and returns the average number of steps for one.
    private static double stepsPerHit(CountedEngine engine, int entries) {
        for (int i = 0; i < entries; i++) {
            engine.put("key" + i, "value");
        }
        long before = engine.steps();
        for (int i = 0; i < entries; i++) {
            engine.get("key" + i);
        }
        return (double) (engine.steps() - before) / entries;
    }
}
