package dev.minikv.checks.page;

/// A statement of a page that is false.
///
/// @param line the number of the line on the page
/// @param what what is wrong
/// @param expected what would be the case if the page were true
/// @param actual what is the case
public record Problem(int line, String what, String expected, String actual) {

    /// Returns all of this in a form that editors turn into a link to the line.
    public String on(Page page) {
        return in(page.path());
    }

    /// Says it all of a file, named by its path within the project.
    public String in(String path) {
        return """
                %s:%s: %s
                  expected: %s
                  actual:   %s""".formatted(path, line, what, expected, actual);
    }
}
