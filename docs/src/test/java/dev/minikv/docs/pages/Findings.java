package dev.minikv.docs.pages;

import java.util.List;

/// What a check found out about a page.
///
/// @param checked how many statements it checked
/// @param problems which of them are false, in words
record Findings(int checked, List<String> problems) {}
