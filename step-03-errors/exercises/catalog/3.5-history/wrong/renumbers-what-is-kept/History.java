package dev.minikv.step03.exercise5;

import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines executed in a session, each with a number that never changes.
///
/// `!!` stands for the last line, and `!3` for line number 3. The number of lines is limited:
/// when the oldest is dropped, the others keep their numbers.
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

    /// Returns the line to execute: the line that a reference stands for, or the text as it was typed.
    /// That line is remembered, unless it is blank.
    ///
    /// @return the line; or the reference if there is no such line, and then nothing has changed
    public Result<String, NoSuchLine> enter(String typed) {
        Optional<String> line = meaning(typed);
        if (line.isEmpty()) {
            return new Failure<>(new NoSuchLine(typed));
        }
        if (!line.get().isBlank()) {
            remember(line.get());
        }
        return new Success<>(line.get());
    }

    private Optional<String> meaning(String typed) {
        if (typed.equals("!!")) {
            return line(lines.size());
        }
        if (typed.matches("![0-9]+")) {
            return line(number(typed.substring(1)));
        }
        return Optional.of(typed);
    }

    private Optional<String> line(int number) {
        return number >= 1 && number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return 0; // too large for an int: no line has that number, and none has 0
        }
    }

    private void remember(String line) {
        lines.add(line);
        if (lines.size() > maxLines) {
            lines.removeFirst();
        }
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
