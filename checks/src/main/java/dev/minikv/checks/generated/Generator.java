package dev.minikv.checks.generated;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.util.List;

/// Writes the blocks of a name: see [Generated].
public interface Generator {

    /// What stands in a row's last cell until a person has put words there.
    String NO_WORDS = "(why?)";

    /// Returns the name in its blocks' first comment.
    String name();

    /// Returns what is to stand in a block, without blank lines at its start and end.
    ///
    /// The words that only a person can write are taken from the lines that stand there.
    ///
    /// @throws IOException if that is not known; the message says why, and what to do
    List<String> lines(Page page, Generated block) throws IOException;

    /// Whether a table is one that it would write: such a table stands in a generated block, and
    /// nowhere else.
    default boolean writes(Table table) {
        return false;
    }
}
