package dev.minikv.step02.exercise5.mixed.street.house.words;

/// Makes sentences.
public final class Sentence {

    private Sentence() {}

    public static String of(String text) {
        return text + ".";
    }
}
