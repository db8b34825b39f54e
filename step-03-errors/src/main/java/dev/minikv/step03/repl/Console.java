package dev.minikv.step03.repl;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The user that the REPL talks to: a person at a terminal, or a script.
public interface Console {

    /// Returns whether a person is there, who is greeted and prompted.
    boolean isInteractive();

    /// Returns how many columns a line on the screen has, or [Integer#MAX_VALUE] if there is no screen:
    /// then whatever reads the answers gets them whole.
    default int columns() {
        return Integer.MAX_VALUE;
    }

    /// Asks for the next line, and waits for it. All answers so far can be seen before it waits.
    ///
    /// @return the line without its end, or empty when the input is over
    /// @throws IOException if there should be more and it cannot be read
    Optional<String> readLine() throws IOException;

    /// Shows an answer.
    ///
    /// @param text without the end of its last line
    /// @throws IOException if it cannot be written
    void print(String text) throws IOException;

    /// Shows what is wrong with the last line.
    ///
    /// @param wrong what it is, in one line
    /// @param details more about it, below, without the end of its last line
    /// @throws IOException if it cannot be written
    void printError(String wrong, String details) throws IOException;

    /// Returns the lines that were typed, the oldest first, as far as they are kept.
    List<String> history();
}
