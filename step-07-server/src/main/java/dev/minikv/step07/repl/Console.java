package dev.minikv.step07.repl;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The user that the REPL talks to: a person at a terminal, or a script.
public interface Console {

    /// Returns whether the user is a person, who is greeted and prompted.
    boolean isInteractive();

    /// Returns the width of the screen in columns, or [Integer#MAX_VALUE] if there is no screen and a
    /// program reads the answers, which then must not be shortened.
    default int columns() {
        return Integer.MAX_VALUE;
    }

    /// Asks for the next line and waits for it. The user can see all earlier answers before the wait.
    ///
    /// @return the line without its line end, or empty at the end of the input
    /// @throws IOException if the input cannot be read
    Optional<String> readLine() throws IOException;

    /// Shows an answer.
    ///
    /// @param text one or more lines, without a line end after the last
    /// @throws IOException if it cannot be written
    void print(String text) throws IOException;

    /// Shows what is wrong with the last line.
    ///
    /// @param wrong the error, in one line
    /// @param details the lines to show below it, without a line end after the last
    /// @throws IOException if it cannot be written
    void printError(String wrong, String details) throws IOException;

    /// Returns the lines typed so far, the oldest first. Very old lines may be missing.
    List<String> history();
}
