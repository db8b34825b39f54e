package dev.minikv.step07.repl;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/// A script that a session runs with `source`. Its lines come from a file, and its answers and errors
/// go to the session's console. Each error names the file and the number of the line.
final class SourcedScript implements Console {

    private final String file;
    private final LineInput in;
    private final Console session;
    private int lineNumber = 0;

    /// Creates a console over a file.
    ///
    /// @param file the name to show in errors
    SourcedScript(String file, Reader in, Console session) {
        this.file = file;
        this.in = new LineInput(in, () -> {});
        this.session = session;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public int columns() {
        return session.columns();
    }

    @Override
    public Optional<String> readLine() throws IOException {
        lineNumber++;
        return Optional.ofNullable(in.readLine());
    }

    @Override
    public void print(String text) throws IOException {
        session.print(text);
    }

    @Override
    public void printError(String wrong, String details) throws IOException {
        session.printError(Quotes.quote(file) + ", line " + lineNumber + ": " + wrong, details);
    }

    @Override
    public List<String> history() {
        return session.history();
    }
}
