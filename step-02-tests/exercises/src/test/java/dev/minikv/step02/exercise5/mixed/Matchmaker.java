package dev.minikv.step02.exercise5.mixed;

import dev.minikv.step02.exercise5.mixed.repl.Dialog;
import dev.minikv.step02.exercise5.mixed.store.Shelf;

/// A second class that puts the parts together.
public final class Matchmaker {

    Dialog match() {
        return new Dialog(new Shelf());
    }
}
