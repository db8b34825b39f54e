package dev.minikv.step02.exercise5.mixed.street.house;

import dev.minikv.step02.exercise5.mixed.street.house.engine.Shelf;
import dev.minikv.step02.exercise5.mixed.street.house.engine.WoodenShelf;
import dev.minikv.step02.exercise5.mixed.street.house.shell.Dialog;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// A second class that puts the parts together.
    public static final class Matchmaker {
        Dialog match() {
            return new Dialog(new WoodenShelf());
        }
    }

    /// A second class that puts the parts together; its name begins like that of the first.
    public static final class LauncherMenu {
        Dialog choose() {
            return new Dialog(new WoodenShelf());
        }
    }

    /// A third such class; its name ends like that of the first.
    public static final class OldLauncher {
        Dialog choose() {
            return new Dialog(new WoodenShelf());
        }
    }

    /// Ends the program, and has a name that ends like the right one.
    public static final class LastLauncher {
        void exit() {
            System.exit(0);
        }
    }

    /// Knows both parts through its fields only.
    public static final class Cabinet {
        Shelf shelf;
        Dialog dialog;
    }

    /// Has the right name, and prints.
    public static final class Launcher {
        static void complain(String text) {
            System.err.println(text);
        }
    }

    /// Ends the program, and has a name that begins like the right one.
    public static final class LauncherExit {
        void exit() {
            System.exit(0);
        }
    }
}
