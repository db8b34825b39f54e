package dev.minikv.step03.exercise5;

import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Success;
import java.util.ArrayList;
import java.util.List;

/// The lines typed in a session, each with a number.
public final class History {

    private final int maxLines;
    private final List<String> lines = new ArrayList<>();

    /// Creates an empty history.
    ///
    /// @param maxLines the maximum number of lines to keep
    /// @throws IllegalArgumentException if maxLines is less than 1
    public History(int maxLines) {
        if (maxLines < 1) {
            throw new IllegalArgumentException("maxLines must be at least 1, and is " + maxLines);
        }
        this.maxLines = maxLines;
    }

    /// Remembers what was typed, and returns the line to execute.
    public Result<String, NoSuchLine> enter(String typed) {
        lines.add(typed);
        if (lines.size() > maxLines) {
            lines.removeFirst();
        }
        return new Success<>(typed);
    }

    /// Returns the lines that are kept, the oldest first, each as its number, a space and the line.
    public List<String> listing() {
        var listing = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            listing.add((i + 1) + " " + lines.get(i));
        }
        return listing;
    }

    /// A reference to a line that does not exist, or no longer exists.
    ///
    /// @param reference the text as it was typed, such as `!7`
    public record NoSuchLine(String reference) {}
}
