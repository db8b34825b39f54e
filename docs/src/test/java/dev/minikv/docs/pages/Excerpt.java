package dev.minikv.docs.pages;

/// A piece of a page, and the number of the line on which it starts.
record Excerpt(int line, String text) {}
