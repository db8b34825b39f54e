package dev.minikv.step02.exercise5.mixed.street.house.words.fine;

import dev.minikv.step02.exercise5.mixed.street.house.numbers.Offenders.Total;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// The other half of a ring through packages below.
    public static final class Detail {
        public Total next;
    }
}
