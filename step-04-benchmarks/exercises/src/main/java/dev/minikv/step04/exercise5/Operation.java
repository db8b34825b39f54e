package dev.minikv.step04.exercise5;

/// An operation that a probe looks at.
public enum Operation {

    /// Storing a value under a new key.
    PUT,

    /// Getting a key that is there.
    GET_HIT,

    /// Getting a key that is not there.
    GET_MISS,

    /// Removing a key that is there.
    REMOVE
}
