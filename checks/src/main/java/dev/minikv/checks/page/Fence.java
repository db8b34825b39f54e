package dev.minikv.checks.page;

import java.util.List;

/// A fenced code block.
///
/// @param line the number of the line that opens it
/// @param language the first word after the opening fence, in lower case, or the empty string
/// @param source the text after that word, or the empty string
/// @param heading the words of the nearest heading above it, or the empty string
/// @param lines the lines in the block
public record Fence(int line, String language, String source, String heading, List<Excerpt> lines) {}
