package dev.minikv.checks.page;

import java.util.List;

/// What a check found out about a page.
///
/// @param checked how many statements it checked
/// @param problems which of them are false, in words
public record Findings(int checked, List<String> problems) {}
