package dev.minikv.step02.exercise5.mixed.numbers;

import dev.minikv.step02.exercise5.mixed.words.Weekday;

/// The last third of a ring of three packages.
public final class Ordinal {

    public Weekday next;
}
