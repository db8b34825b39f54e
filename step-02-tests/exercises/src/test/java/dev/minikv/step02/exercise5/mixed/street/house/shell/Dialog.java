package dev.minikv.step02.exercise5.mixed.street.house.shell;

import dev.minikv.step02.exercise5.mixed.street.house.engine.Shelf;
import dev.minikv.step02.exercise5.mixed.street.house.words.Sentence;

/// Stores each line, and answers with how many there are.
public class Dialog {

    private final Shelf shelf;

    public Dialog(Shelf shelf) {
        this.shelf = shelf;
    }

    public static String greeting() {
        return Sentence.of("hello");
    }

    public String answer(String line) {
        return Sentence.of("stored as number " + shelf.add(line));
    }
}
