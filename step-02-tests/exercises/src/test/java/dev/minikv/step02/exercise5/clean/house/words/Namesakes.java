package dev.minikv.step02.exercise5.clean.house.words;

/// Classes that have only their names in common with the offenders of the other program.
public final class Namesakes {

    private Namesakes() {}

    static final class Announcer {}

    static final class Journal {}

    static final class Lister {}

    static final class Caller {}

    static final class Zipper {}

    static final class Queuer {}

    static final class Mirror {}

    static final class Talker {}

    static final class Archive {}

    static final class Matchmaker {}

    static final class LauncherMenu {}

    static final class OldLauncher {}

    static final class LastLauncher {}

    static final class Cabinet {}

    static final class Greeter {}

    static final class Heir {}

    static final class LauncherExit {}

    static final class Builder {}

    static final class Owner {}

    static final class Guest {}

    static final class Locksmith {}

    static final class Speaker {}

    static final class Complainer {}

    static final class Listener {}

    static final class Quitter {}

    static final class Painter {}

    static final class Unplugger {}

    static final class Radio {}

    static final class Shouter {}

    static final class Leaver {}

    static final class Spelling {}

    static final class Numeral {}

    static final class Month {}

    static final class Cent {}

    static final class Weekday {}

    static final class Diary {}

    static final class Ordinal {}

    static final class Spring {}

    static final class Summer {}

    static final class Autumn {}

    static final class Winter {}

    static final class Detail {}

    static final class Total {}

    static final class Sum {}

    static final class Plain {}
}
