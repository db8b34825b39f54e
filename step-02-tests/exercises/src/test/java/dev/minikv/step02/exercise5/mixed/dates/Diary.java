package dev.minikv.step02.exercise5.mixed.dates;

import dev.minikv.step02.exercise5.mixed.numbers.Ordinal;

/// The second third of a ring of three packages.
public final class Diary {

    public Ordinal next;
}
