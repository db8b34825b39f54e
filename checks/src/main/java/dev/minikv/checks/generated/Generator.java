package dev.minikv.checks.generated;

import dev.minikv.checks.page.Page;
import dev.minikv.checks.page.Table;
import java.io.IOException;
import java.util.List;

/// Writes the blocks with its name: see [Generated].
public interface Generator {

    /// The placeholder in a row's last cell until a person writes words there.
    String NO_WORDS = "(why?)";

    /// Returns the name in the first comment of its blocks.
    String name();

    /// Returns the lines of a block, without blank lines at the start and end.
    ///
    /// Words that only a person can write are taken from the block's current lines.
    ///
    /// @throws IOException if they cannot be written; the message says why, and what to do
    List<String> lines(Page page, Generated block) throws IOException;

    /// Returns whether it writes tables like this one, which must be in generated blocks and nowhere else.
    default boolean writes(Table table) {
        return false;
    }
}
