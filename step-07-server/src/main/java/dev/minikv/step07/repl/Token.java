package dev.minikv.step07.repl;

/// A word of a line.
///
/// @param text its meaning, without quotes and with escape sequences resolved
/// @param at its place in the line, quotes included
record Token(String text, Span at) {}
