package dev.minikv.step02.exercise5.mixed.street.house.engine.locks;

/// A class that only the engine may use.
public final class Lock {}
