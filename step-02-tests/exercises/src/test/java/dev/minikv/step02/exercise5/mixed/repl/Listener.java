package dev.minikv.step02.exercise5.mixed.repl;

import java.util.Scanner;

/// A REPL that reads from the console.
public final class Listener {

    String next() {
        return new Scanner(System.in).nextLine();
    }
}
