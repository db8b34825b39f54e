package dev.minikv.checks.page;

import java.util.Optional;

/// A block of a page that says something: a paragraph, a heading, a table, a block of `text`, or a
/// whole list or quotation with a comment before it.
///
/// @param line the number of the line on which it starts
/// @param comment the HTML comment right before it, or the empty string
/// @param words its text without markup and code; of a block of `text` all of it, of a table nothing
/// @param table itself, if it is a table
/// @param fenced whether it is a block of `text`
public record Passage(int line, String comment, String words, Optional<Table> table, boolean fenced) {}
