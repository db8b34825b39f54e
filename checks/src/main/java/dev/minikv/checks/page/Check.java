package dev.minikv.checks.page;

import java.util.ArrayList;
import java.util.List;

/// A kind of statement that pages make, and how to find out whether one is true.
///
/// @param <T> the part of a page that makes such a statement: a block, a link, a command
public interface Check<T> {

    /// Returns the statements of this kind on a page.
    List<T> statements(Page page);

    /// Returns what is false about one of them; nothing if it is true.
    List<Problem> problems(Page page, T statement) throws Exception;

    /// Checks all statements of this kind on a page.
    default Findings check(Page page) throws Exception {
        List<T> statements = statements(page);
        var problems = new ArrayList<String>();
        for (T statement : statements) {
            for (Problem problem : problems(page, statement)) {
                problems.add(problem.on(page));
            }
        }
        return new Findings(statements.size(), problems);
    }
}
