package dev.minikv.step02.exercise5.mixed.street.house.numbers;

import dev.minikv.step02.exercise5.mixed.street.house.dates.Offenders.Autumn;
import dev.minikv.step02.exercise5.mixed.street.house.words.Offenders.Spelling;
import dev.minikv.step02.exercise5.mixed.street.house.words.Offenders.Weekday;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// The other half of a ring of two.
    public static final class Numeral {
        public Spelling next;
    }

    /// The last third of a ring of three.
    public static final class Ordinal {
        public Weekday next;
    }

    /// The second quarter of a ring of four.
    public static final class Summer {
        public Autumn next;
    }

    /// A class that a package below another part uses.
    public static final class Total {}
}
