package dev.minikv.step02.exercise5.mixed.street.house.shell.terminal;

import dev.minikv.step02.exercise5.mixed.street.house.engine.WoodenShelf;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Knows a particular kind of shelf, in a package below the shell.
    public static final class Painter {
        WoodenShelf shelf;
    }

    /// Ends the whole program.
    public static final class Unplugger {
        void unplug() {
            System.exit(0);
        }
    }
}
