package dev.minikv.step04.repl;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/// A script that is read from a pipe or a file: no prompts, answers on the one hand, errors with the
/// number of their line on the other.
public final class ScriptConsole implements Console {

    private final LineInput in;
    private final Writer out;
    private final Writer err;
    private int lineNumber = 0;

    /// Creates a console over a reader and two writers.
    ///
    /// @param out best buffered: it is flushed before each wait for input, and not at each line
    /// @param err where errors go
    public ScriptConsole(Reader in, Writer out, Writer err) {
        this.in = new LineInput(in, out);
        this.out = out;
        this.err = err;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public Optional<String> readLine() throws IOException {
        lineNumber++;
        return Optional.ofNullable(in.readLine());
    }

    @Override
    public void print(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    @Override
    public void printError(String wrong, String details) throws IOException {
        out.flush(); // or the error would overtake the answers before it
        String place = lineNumber == 0 ? "" : "line " + lineNumber + ": ";
        err.write(place + wrong + "\n" + details + "\n");
        err.flush();
    }

    @Override
    public List<String> history() {
        return List.of();
    }
}
