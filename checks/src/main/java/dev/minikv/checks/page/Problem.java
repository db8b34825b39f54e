package dev.minikv.checks.page;

/// Something that a page says and that is not so.
///
/// @param line the number of the line on the page
/// @param what what is wrong
/// @param expected what would be if the page were true
/// @param actual what is
public record Problem(int line, String what, String expected, String actual) {

    /// Says it all, in a form that editors turn into a link to the line.
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
