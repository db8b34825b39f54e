package dev.minikv.checks.page;

/// A piece of a page, and the number of the line on which it starts.
public record Excerpt(int line, String text) {

    /// Returns the problem that this text is wrong.
    public Problem problem(String what, String actual) {
        return new Problem(line, what, text, actual);
    }
}
