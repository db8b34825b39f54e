package dev.minikv.step02.exercise5.clean.house.terminals;

/// A part with an innocent name.
public final class Windows {

    private Windows() {}

    public static String title() {
        return "window";
    }
}
