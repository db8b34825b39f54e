package dev.minikv.step02.exercise5.mixed.street.house.words;

import dev.minikv.step02.exercise5.mixed.street.house.dates.Offenders.Diary;
import dev.minikv.step02.exercise5.mixed.street.house.numbers.Offenders.Numeral;
import dev.minikv.step02.exercise5.mixed.street.house.numbers.Offenders.Summer;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Prints.
    public static final class Shouter {
        void shout(String text) {
            System.out.println(text);
        }
    }

    /// Ends the whole program.
    public static final class Leaver {
        void leave() {
            System.exit(0);
        }
    }

    /// One half of a ring of two.
    public static final class Spelling {
        public Numeral next;
    }

    /// The first third of a ring of three.
    public static final class Weekday {
        public Diary next;
    }

    /// The first quarter of a ring of four.
    public static final class Spring {
        public Summer next;
    }

    /// One half of a ring through packages below.
    public static final class Plain {}
}
