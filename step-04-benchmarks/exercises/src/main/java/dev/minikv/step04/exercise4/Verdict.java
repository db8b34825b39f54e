package dev.minikv.step04.exercise4;

/// A verdict on two measurements, one made before a change and one after it.
public sealed interface Verdict {

    /// The second measurement is faster, and by more than chance explains.
    record Faster() implements Verdict {}

    /// The second measurement is slower, and by more than chance explains.
    record Slower() implements Verdict {}

    /// The two measurements show no difference. There may still be one.
    record NoDifferenceShown() implements Verdict {}

    /// The two measurements are not of the same thing.
    ///
    /// @param difference the first part that differs: "benchmark", "mode", "params" or "unit"
    record NotComparable(String difference) implements Verdict {}

    /// There are too few forks to say anything.
    record TooLittleData() implements Verdict {}
}
