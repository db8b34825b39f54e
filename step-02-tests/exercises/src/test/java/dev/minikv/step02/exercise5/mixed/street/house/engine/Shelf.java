package dev.minikv.step02.exercise5.mixed.street.house.engine;

/// Values in the order in which they were added.
public interface Shelf {

    int add(String value);
}
