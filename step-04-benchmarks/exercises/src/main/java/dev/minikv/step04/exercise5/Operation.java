package dev.minikv.step04.exercise5;

/// What a probe looks at.
public enum Operation {

    /// Storing a value under a new key.
    PUT,

    /// Getting the value of a key that is there.
    GET_HIT,

    /// Asking for a key that is not there.
    GET_MISS,

    /// Removing a key that is there.
    REMOVE
}
