package dev.minikv.step03.exercise6;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/// A program that loads entries from lines of the form `key=value`.
///
/// It has two options: `--skip=N` skips the first N lines, and `--debug` prints a stack trace when the
/// input or the output fails.
public final class Loader {

    static final int DONE = 0;
    static final int FAULT = 1;
    static final int MISTAKE = 2;
    static final int BUG = 3;

    private final Map<String, String> entries;

    /// Creates the program.
    ///
    /// @param entries the map that receives the entries
    public Loader(Map<String, String> entries) {
        this.entries = entries;
    }

    /// Runs the program.
    ///
    /// @param args the options
    /// @param in the lines
    /// @param out gets the number of entries loaded
    /// @param err gets the error message, and what to do about it
    /// @return the exit code
    public int run(List<String> args, Reader in, Writer out, PrintWriter err) {
        try {
            int count = load(args, in);
            out.write("loaded: " + count + "\n");
        } catch (Exception e) {
            err.println("bad input: " + reason(e));
        }
        return DONE;
    }

    /// Loads the lines, and returns how many there were.
    private int load(List<String> args, Reader in) throws IOException {
        int skip = skip(args);
        List<String> lines = in.readAllLines();
        int count = 0;
        for (int i = skip; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("line " + (i + 1) + " has no =");
            }
            entries.put(line.substring(0, equals), line.substring(equals + 1));
            count++;
        }
        return count;
    }

    /// Returns the number of lines to skip.
    private static int skip(List<String> args) {
        int skip = 0;
        for (String arg : args) {
            if (arg.startsWith("--skip=")) {
                skip = Integer.parseInt(arg.substring("--skip=".length()));
            } else if (!arg.equals("--debug")) {
                throw new IllegalArgumentException("unknown option " + arg);
            }
        }
        return skip;
    }

    /// Returns the message of an exception, or the name of its class if it has no message.
    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
