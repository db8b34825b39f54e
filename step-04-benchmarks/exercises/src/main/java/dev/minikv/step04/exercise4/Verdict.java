package dev.minikv.step04.exercise4;

/// What can be said of two measurements, one made before a change and one after it.
public sealed interface Verdict {

    /// It is faster after the change, and more than chance has to do with it.
    record Faster() implements Verdict {}

    /// It is slower after the change, and more than chance has to do with it.
    record Slower() implements Verdict {}

    /// The two measurements show no difference. There may be one all the same.
    record NoDifferenceShown() implements Verdict {}

    /// The two say nothing about each other.
    ///
    /// @param difference what differs: "benchmark", "mode", "params" or "unit"
    record NotComparable(String difference) implements Verdict {}

    /// There are too few samples to say anything.
    record TooLittleData() implements Verdict {}
}
