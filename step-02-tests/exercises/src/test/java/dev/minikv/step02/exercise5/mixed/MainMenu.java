package dev.minikv.step02.exercise5.mixed;

import dev.minikv.step02.exercise5.mixed.repl.Dialog;
import dev.minikv.step02.exercise5.mixed.store.Shelf;

/// A second class that puts the parts together, and whose name begins like that of the first.
public final class MainMenu {

    Dialog choose() {
        return new Dialog(new Shelf());
    }
}
