package dev.minikv.checks.page;

/// A piece of text on a page: a paragraph, a heading, a cell of a table, a block of `text`.
///
/// @param line the number of the line on which it starts
/// @param head the words at the head of the column, for a cell; otherwise nothing
/// @param words its text without markup and code, except links that lead to an anchor; the whole text of a
///     block of `text`
/// @param fenced whether it is a block of `text`
public record Passage(int line, String head, String words, boolean fenced) {}
