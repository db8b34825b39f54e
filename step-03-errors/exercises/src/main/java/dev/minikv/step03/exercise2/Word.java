package dev.minikv.step03.exercise2;

/// A word of a line, and where it stands.
///
/// @param text the word, without white space in it; empty where a word is missing
/// @param start how many code points of the line stand before it
public record Word(String text, int start) {}
