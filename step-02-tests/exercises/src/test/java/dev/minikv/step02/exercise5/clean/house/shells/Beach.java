package dev.minikv.step02.exercise5.clean.house.shells;

/// A part whose name begins like that of another: others may use it.
public final class Beach {

    private Beach() {}

    public static String name() {
        return "Lisbon";
    }
}
