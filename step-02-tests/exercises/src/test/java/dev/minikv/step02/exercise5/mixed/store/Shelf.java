package dev.minikv.step02.exercise5.mixed.store;

import java.util.ArrayList;
import java.util.List;

/// Values in the order in which they came.
public final class Shelf {

    private final List<String> values = new ArrayList<>();

    public int add(String value) {
        values.add(value);
        return values.size();
    }
}
