package dev.minikv.step07.offenders.store;

/// A store that prints, and so is of no use to a server or a test.
public final class PrintingStore {

    void set(String key, String value) {
        System.out.println("Set " + key + " = " + value);
    }
}
