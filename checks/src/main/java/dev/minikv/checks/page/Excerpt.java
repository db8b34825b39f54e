package dev.minikv.checks.page;

/// A piece of a page, and the number of the line on which it starts.
public record Excerpt(int line, String text) {

    /// Says that what stands here is not so.
    public Problem problem(String what, String actual) {
        return new Problem(line, what, text, actual);
    }
}
