package dev.minikv.checks.trial;

/// How one test came out.
///
/// @param testClass the simple name of its class, which for a nested one is the outermost
/// @param method the name of its method; empty for what failed outside of any, such as a class
/// @param displayName its name in a report, which may tell one call of the method from another
/// @param passed whether it found nothing wrong
public record TestResult(String testClass, String method, String displayName, boolean passed) {

    private static final String NUMBER = "^\\[\\d+] ";

    /// Whether this is the name of its method, or of the argument that the method was called with.
    public boolean isCalled(String name) {
        return name.equals(method) || name.equals(displayName.replaceFirst(NUMBER, ""));
    }

    /// Returns a name for people: the method, with its argument if it has one.
    public String label() {
        if (method.isEmpty()) {
            return displayName;
        }
        String argument = displayName.replaceFirst(NUMBER, "");
        return argument.equals(displayName) ? method : method + "(" + argument + ")";
    }
}
