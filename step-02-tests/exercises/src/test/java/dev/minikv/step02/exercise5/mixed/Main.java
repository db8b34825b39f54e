package dev.minikv.step02.exercise5.mixed;

import dev.minikv.step02.exercise5.mixed.repl.Dialog;
import dev.minikv.step02.exercise5.mixed.store.Shelf;
import java.util.Scanner;

/// Puts the parts together, and is the only one to know the console.
public final class Main {

    private Main() {}

    static void main() {
        var dialog = new Dialog(new Shelf());
        var in = new Scanner(System.in);
        while (in.hasNextLine()) {
            System.out.println(dialog.answer(in.nextLine()));
        }
        System.exit(0);
    }
}
