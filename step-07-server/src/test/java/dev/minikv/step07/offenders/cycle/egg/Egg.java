package dev.minikv.step07.offenders.cycle.egg;

import dev.minikv.step07.offenders.cycle.chicken.Chicken;

/// The other half of a cycle: a package that needs the chicken's.
public final class Egg {

    Chicken hatch() {
        return new Chicken();
    }
}
