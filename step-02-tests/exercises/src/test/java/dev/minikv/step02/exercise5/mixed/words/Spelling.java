package dev.minikv.step02.exercise5.mixed.words;

import dev.minikv.step02.exercise5.mixed.numbers.Numeral;

/// The other half of a ring of two packages.
public final class Spelling {

    public Numeral next;
}
