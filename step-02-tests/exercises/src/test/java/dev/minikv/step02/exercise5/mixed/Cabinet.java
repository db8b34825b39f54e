package dev.minikv.step02.exercise5.mixed;

import dev.minikv.step02.exercise5.mixed.repl.Dialog;
import dev.minikv.step02.exercise5.mixed.store.Shelf;

/// A second class that knows both parts, through its fields only.
public final class Cabinet {

    Shelf shelf;
    Dialog dialog;
}
