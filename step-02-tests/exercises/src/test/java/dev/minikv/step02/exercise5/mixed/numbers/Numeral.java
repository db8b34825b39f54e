package dev.minikv.step02.exercise5.mixed.numbers;

import dev.minikv.step02.exercise5.mixed.words.Spelling;

/// One half of a ring of two packages.
public final class Numeral {

    public Spelling next;
}
