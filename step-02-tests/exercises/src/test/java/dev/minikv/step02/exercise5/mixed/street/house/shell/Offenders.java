package dev.minikv.step02.exercise5.mixed.street.house.shell;

import dev.minikv.step02.exercise5.mixed.street.house.engine.WoodenShelf;
import dev.minikv.step02.exercise5.mixed.street.house.engine.locks.Lock;
import java.util.Scanner;

/// Each of these breaks a rule of the house.
public final class Offenders {

    private Offenders() {}

    /// Creates a particular kind of shelf.
    public static final class Builder {
        Dialog build() {
            return new Dialog(new WoodenShelf());
        }
    }

    /// Has a field for one, and never uses it.
    public static final class Owner {
        WoodenShelf shelf;
    }

    /// Has a parameter for one, and never uses it.
    public static final class Guest {
        void visit(WoodenShelf shelf) {}
    }

    /// Uses a class in a package below the engine.
    public static final class Locksmith {
        Lock lock;
    }

    /// Prints.
    public static final class Speaker {
        void say(String text) {
            System.out.println(text);
        }
    }

    /// Prints to the other stream.
    public static final class Complainer {
        void complain(String text) {
            System.err.println(text);
        }
    }

    /// Reads from the console.
    public static final class Listener {
        String next() {
            return new Scanner(System.in).nextLine();
        }
    }

    /// Ends the whole program.
    public static final class Quitter {
        void quit() {
            System.exit(0);
        }
    }
}
