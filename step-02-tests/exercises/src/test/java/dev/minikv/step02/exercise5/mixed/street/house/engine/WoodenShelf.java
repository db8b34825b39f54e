package dev.minikv.step02.exercise5.mixed.street.house.engine;

import java.util.ArrayList;
import java.util.List;

/// Values in a list.
public final class WoodenShelf implements Shelf {

    private final List<String> values = new ArrayList<>();

    @Override
    public int add(String value) {
        values.add(value);
        return values.size();
    }
}
