package dev.minikv.checks.page;

import java.util.List;

/// The result of checking a page.
///
/// @param checked how many statements it checked
/// @param problems what is false about them, in words
public record Findings(int checked, List<String> problems) {}
