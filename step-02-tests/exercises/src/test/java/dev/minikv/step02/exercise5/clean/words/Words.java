package dev.minikv.step02.exercise5.clean.words;

import java.util.List;

/// Cuts lines into words.
public final class Words {

    private Words() {}

    public static List<String> of(String line) {
        return List.of(line.split(" "));
    }
}
