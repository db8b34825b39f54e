package dev.minikv.step02.exercise5.clean.house.dates;

/// Years, in a part that others use and that uses no other part.
public final class Years {

    private Years() {}

    public static int of(int number) {
        return number;
    }
}
