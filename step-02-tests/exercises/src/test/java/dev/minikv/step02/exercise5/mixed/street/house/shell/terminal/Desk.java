package dev.minikv.step02.exercise5.mixed.street.house.shell.terminal;

import dev.minikv.step02.exercise5.mixed.street.house.shell.Dialog;
import java.util.Scanner;

/// The only class that knows the console.
public final class Desk {

    private final Dialog dialog;

    public Desk(Dialog dialog) {
        this.dialog = dialog;
    }

    public void open() {
        var in = new Scanner(System.in);
        while (in.hasNextLine()) {
            System.out.println(dialog.answer(in.nextLine()));
        }
    }
}
