package dev.minikv.step07.repl;

/// A part of a line, counted in chars from 0.
///
/// @param start the index of its first char
/// @param end the index after its last char; equal to `start` for a place between two chars
record Span(int start, int end) {}
