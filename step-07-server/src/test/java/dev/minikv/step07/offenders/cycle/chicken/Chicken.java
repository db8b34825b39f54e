package dev.minikv.step07.offenders.cycle.chicken;

import dev.minikv.step07.offenders.cycle.egg.Egg;

/// One half of a cycle: a package that needs the egg's.
public final class Chicken {

    Egg lay() {
        return new Egg();
    }
}
