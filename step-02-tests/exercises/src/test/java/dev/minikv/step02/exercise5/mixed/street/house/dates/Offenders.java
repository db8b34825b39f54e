package dev.minikv.step02.exercise5.mixed.street.house.dates;

import dev.minikv.step02.exercise5.mixed.street.house.coins.Offenders.Cent;
import dev.minikv.step02.exercise5.mixed.street.house.coins.Offenders.Winter;
import dev.minikv.step02.exercise5.mixed.street.house.numbers.Offenders.Ordinal;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// One half of a ring of two others.
    public static final class Month {
        public Cent next;
    }

    /// The second third of a ring of three.
    public static final class Diary {
        public Ordinal next;
    }

    /// The third quarter of a ring of four.
    public static final class Autumn {
        public Winter next;
    }
}
