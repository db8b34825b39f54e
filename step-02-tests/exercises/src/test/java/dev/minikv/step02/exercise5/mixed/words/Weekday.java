package dev.minikv.step02.exercise5.mixed.words;

import dev.minikv.step02.exercise5.mixed.dates.Diary;

/// The first third of a ring of three packages.
public final class Weekday {

    public Diary next;
}
