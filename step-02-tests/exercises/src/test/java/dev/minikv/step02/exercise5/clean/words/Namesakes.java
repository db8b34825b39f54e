package dev.minikv.step02.exercise5.clean.words;

/// Classes that have nothing in common with the offenders of the other program but their names.
public final class Namesakes {

    private Namesakes() {}

    static final class Announcer {}

    static final class Archive {}

    static final class Journal {}

    static final class Lister {}

    static final class Caller {}

    static final class Matchmaker {}

    static final class MainMenu {}

    static final class Cabinet {}

    static final class Listener {}

    static final class Speaker {}

    static final class Complainer {}

    static final class Quitter {}

    static final class Numeral {}

    static final class Spelling {}

    static final class Weekday {}

    static final class Diary {}

    static final class Ordinal {}
}
