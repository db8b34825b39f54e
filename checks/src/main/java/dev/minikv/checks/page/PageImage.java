package dev.minikv.checks.page;

/// An image on a page.
///
/// @param line the number of the line on which it starts
/// @param target where its file is
/// @param words what stands in its place where it cannot be seen
public record PageImage(int line, String target, String words) {}
