package dev.minikv.step02.exercise5.mixed.street.house;

import dev.minikv.step02.exercise5.mixed.street.house.engine.WoodenShelf;
import dev.minikv.step02.exercise5.mixed.street.house.shell.Dialog;
import dev.minikv.step02.exercise5.mixed.street.house.shell.terminal.Desk;

/// Puts the parts together, and is the only class that ends the program.
public final class Launcher {

    private Launcher() {}

    static void main() {
        var dialog = new Dialog(new WoodenShelf());
        new Desk(dialog).open();
        System.exit(0);
    }
}
