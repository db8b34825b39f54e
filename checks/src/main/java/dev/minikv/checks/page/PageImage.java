package dev.minikv.checks.page;

/// An image on a page.
///
/// @param line the number of the line on which it starts
/// @param target the link to its file
/// @param words its text alternative
public record PageImage(int line, String target, String words) {}
