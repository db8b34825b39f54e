package dev.minikv.step02.exercise5.mixed.street.house.terminals;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Prints, in a package whose name begins like the right one.
    public static final class Radio {
        void say(String text) {
            System.out.println(text);
        }
    }
}
