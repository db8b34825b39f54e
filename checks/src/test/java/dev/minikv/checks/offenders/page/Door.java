package dev.minikv.checks.offenders.page;

/// A door that a bug goes through.
public class Door {}
