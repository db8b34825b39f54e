package dev.minikv.step04.repl;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/// A script within a session: its lines come from a file, and what there is to say goes where the
/// session's answers and errors go, errors with the name of the file and the number of the line.
final class SourcedScript implements Console {

    private final String file;
    private final LineInput in;
    private final Console session;
    private int lineNumber = 0;

    /// Creates a console over a file.
    ///
    /// @param file what it is called in errors
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
