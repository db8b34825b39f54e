package dev.minikv.step06.exercise3;

/// When the log is forced.
public enum Policy {

    /// Before each answer: a change that was answered survives a power cut.
    ALWAYS,

    /// Never by the store: a change that was answered survives a crash of the program.
    NEVER
}
