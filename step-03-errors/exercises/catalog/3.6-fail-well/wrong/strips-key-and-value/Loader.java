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
            out.flush();
            return DONE;
        } catch (MistakeException e) {
            err.println(e.getMessage());
            return MISTAKE;
        } catch (IOException e) {
            err.println("input or output failed: " + reason(e) + "; fix this and run it again");
            if (args.contains("--debug")) {
                e.printStackTrace(err);
            }
            return FAULT;
        } catch (RuntimeException e) {
            err.println("this is a bug in the program; please report it with the stack trace below");
            e.printStackTrace(err);
            return BUG;
        }
    }

    /// Loads the lines, and returns how many there were.
    private int load(List<String> args, Reader in) throws IOException, MistakeException {
        int skip = skip(args);
        List<String> lines = in.readAllLines();
        int count = 0;
        for (int i = skip; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new MistakeException("line " + (i + 1) + " has no =; write key=value");
            }
            entries.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
            count++;
        }
        return count;
    }

    /// Returns the number of lines to skip.
    private static int skip(List<String> args) throws MistakeException {
        int skip = 0;
        for (String arg : args) {
            if (arg.startsWith("--skip=")) {
                skip = number(arg);
            } else if (!arg.equals("--debug")) {
                throw new MistakeException("unknown option " + arg + "; use --skip=N or --debug");
            }
        }
        return skip;
    }

    private static int number(String arg) throws MistakeException {
        int number;
        try {
            number = Integer.parseInt(arg.substring("--skip=".length()));
        } catch (NumberFormatException _) {
            number = -1;
        }
        if (number < 0) {
            throw new MistakeException(arg + " is not a number of lines; use 0 or more");
        }
        return number;
    }

    /// Returns the message of an exception, or the name of its class if it has no message.
    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /// A mistake that the user can correct.
    private static final class MistakeException extends Exception {
        MistakeException(String message) {
            super(message);
        }
    }
}
