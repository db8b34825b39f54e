package dev.minikv.step04.repl;

/// A word of a line.
///
/// @param text what it means: without its quotes, and with its escapes resolved
/// @param at where it stands, quotes included
record Token(String text, Span at) {}
