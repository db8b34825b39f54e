package dev.minikv.step02.exercise5.mixed.street.house.visitors;

import dev.minikv.step02.exercise5.mixed.street.house.shell.Dialog;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Uses the shell, and knows nothing about the engine.
    public static final class Greeter {
        String greet() {
            return Dialog.greeting();
        }
    }

    /// Extends a class of the shell.
    public static final class Heir extends Dialog {
        Heir() {
            super(null);
        }
    }
}
