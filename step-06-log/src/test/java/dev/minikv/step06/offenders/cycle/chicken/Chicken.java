package dev.minikv.step06.offenders.cycle.chicken;

import dev.minikv.step06.offenders.cycle.egg.Egg;

/// One half of a cycle: a package that needs the egg's.
public final class Chicken {

    Egg lay() {
        return new Egg();
    }
}
