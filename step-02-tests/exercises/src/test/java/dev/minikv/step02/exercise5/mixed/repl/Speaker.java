package dev.minikv.step02.exercise5.mixed.repl;

/// A REPL that prints to the console.
public final class Speaker {

    void say(String text) {
        System.out.println(text);
    }
}
