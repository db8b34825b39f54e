package dev.minikv.step02.exercise5.mixed.store;

import java.io.Writer;

/// A store that has a field for a writer, and never uses it.
public final class Journal {

    Writer out;
}
