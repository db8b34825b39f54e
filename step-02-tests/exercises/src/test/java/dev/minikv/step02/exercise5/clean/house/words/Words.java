package dev.minikv.step02.exercise5.clean.house.words;

import dev.minikv.step02.exercise5.clean.house.numbers.Pieces;
import java.util.List;

/// Splits lines into words.
public final class Words {

    private Words() {}

    public static List<String> of(String line) {
        return List.of(line.split(" ", Pieces.MAX.value()));
    }
}
