package dev.minikv.checks.page;

/// A piece of a page that says something: a paragraph, a heading, a cell of a table, a block of `text`.
///
/// @param line the number of the line on which it starts
/// @param head of a cell, the words at the head of its column; otherwise nothing
/// @param words its text without markup and code, apart from links that lead to an anchor; of a block of
///     `text` all of it
/// @param fenced whether it is a block of `text`
public record Passage(int line, String head, String words, boolean fenced) {}
