package dev.minikv.step02.exercise5.mixed.street.house.numbers.sums;

import dev.minikv.step02.exercise5.mixed.street.house.words.Offenders.Plain;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Closes a ring through packages below.
    public static final class Sum {
        public Plain next;
    }
}
