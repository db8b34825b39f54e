package dev.minikv.step07.repl;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/// A script from a pipe or a file. There are no prompts, and errors go to a stream of their own, with
/// the number of their line.
public final class ScriptConsole implements Console {

    private final LineInput in;
    private final Writer out;
    private final Writer err;
    private int lineNumber = 0;

    /// Creates a console over a reader and two writers.
    ///
    /// @param out should be buffered: it is flushed before each wait for input, not after each line
    /// @param err where errors go, flushed after each of them
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
        out.flush(); // otherwise the error would overtake earlier answers
        String place = lineNumber == 0 ? "" : "line " + lineNumber + ": ";
        err.write(place + wrong + "\n" + details + "\n");
        err.flush();
    }

    @Override
    public List<String> history() {
        return List.of();
    }
}
