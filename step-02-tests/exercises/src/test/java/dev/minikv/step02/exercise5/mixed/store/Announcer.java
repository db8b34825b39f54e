package dev.minikv.step02.exercise5.mixed.store;

/// A store that prints.
public final class Announcer {

    void add(String value) {
        System.out.println("stored " + value);
    }
}
