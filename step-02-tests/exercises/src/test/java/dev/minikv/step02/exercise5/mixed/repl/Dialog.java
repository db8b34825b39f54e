package dev.minikv.step02.exercise5.mixed.repl;

import dev.minikv.step02.exercise5.mixed.store.Shelf;
import dev.minikv.step02.exercise5.mixed.words.Sentence;

/// Stores each line, and answers with how many there are.
public final class Dialog {

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
