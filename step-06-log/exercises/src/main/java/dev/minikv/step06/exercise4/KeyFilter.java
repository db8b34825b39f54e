package dev.minikv.step06.exercise4;

/// What is known about the keys of a segment, without reading it.
public interface KeyFilter {

    /// Returns whether the segment may have a record of this key.
    ///
    /// If it returns false, there is none. If it returns true, there may be one, or none.
    boolean mayHold(String key);
}
