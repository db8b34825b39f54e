package dev.minikv.step03.exercise2;

/// A word of a line, with its place in the line.
///
/// @param text the word, which contains no white space; empty where a word is missing
/// @param start the number of code points before it in the line
public record Word(String text, int start) {}
