package dev.minikv.step02.exercise5.mixed.street.house.coins;

import dev.minikv.step02.exercise5.mixed.street.house.dates.Offenders.Month;
import dev.minikv.step02.exercise5.mixed.street.house.words.Offenders.Spring;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// The other half of a ring of two others.
    public static final class Cent {
        public Month next;
    }

    /// The last quarter of a ring of four.
    public static final class Winter {
        public Spring next;
    }
}
