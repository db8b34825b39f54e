package dev.minikv.step07.exercise2;

/// How much a request may be. No limit is negative.
///
/// @param maxWords how many words it may have
/// @param maxWordBytes how many bytes each word may have
/// @param maxRequestBytes how many bytes all its words together may have
public record Limits(int maxWords, int maxWordBytes, int maxRequestBytes) {}
