package dev.minikv.step02.exercise5.clean.house.numbers;

import dev.minikv.step02.exercise5.clean.house.dates.Years;

/// How many pieces a line has.
public enum Pieces {
    MAX;

    public int value() {
        return Years.of(2);
    }
}
