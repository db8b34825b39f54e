package dev.minikv.step02.exercise5.clean.house.shell.terminal;

import java.util.Scanner;

/// The only class that knows the console.
public final class Screen {

    private final Scanner in = new Scanner(System.in);

    public String next() {
        return in.hasNextLine() ? in.nextLine() : "";
    }

    public void show(String text) {
        System.out.println(text);
    }

    public boolean works() {
        return !System.out.checkError() && !System.err.checkError();
    }
}
