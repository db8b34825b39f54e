package dev.minikv.checks.offenders.page;

/// A door that a bug uses.
public class Door {}
