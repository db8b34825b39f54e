package dev.minikv.checks.page;

/// A piece of a page, and the number of the line on which it starts.
public record Excerpt(int line, String text) {}
