package dev.minikv.step03.exercise6;

import dev.minikv.step03.store.Result;
import dev.minikv.step03.store.Result.Failure;
import dev.minikv.step03.store.Result.Success;
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

    /// A mistake of the user, and what to do about it.
    private record Mistake(String wrong, String help) {}

    /// Runs the program.
    ///
    /// @param args the options
    /// @param in the lines
    /// @param out gets the number of entries loaded
    /// @param err gets the error message, and what to do about it
    /// @return the exit code
    public int run(List<String> args, Reader in, Writer out, PrintWriter err) {
        try {
            return switch (load(args, in)) {
                case Success(Integer count) -> {
                    out.write("loaded: " + count + "\n");
                    out.flush(); // otherwise a full disk would be noticed too late to be reported
                    yield DONE;
                }
                case Failure(Mistake mistake) -> {
                    err.println(mistake.wrong() + "; " + mistake.help());
                    yield MISTAKE;
                }
            };
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
    private Result<Integer, Mistake> load(List<String> args, Reader in) throws IOException {
        return switch (skip(args)) {
            case Success(Integer skip) -> load(in.readAllLines(), skip);
            case Failure(Mistake mistake) -> new Failure<>(mistake);
        };
    }

    private Result<Integer, Mistake> load(List<String> lines, int skip) {
        int count = 0;
        for (int i = skip; i < lines.size(); i++) {
            String line = lines.get(i);
            int equals = line.indexOf('=');
            if (equals < 0) {
                return new Failure<>(new Mistake("line " + (i + 1) + " has no =", "write key=value"));
            }
            entries.put(line.substring(0, equals), line.substring(equals + 1).split("=", 2)[0]);
            count++;
        }
        return new Success<>(count);
    }

    /// Returns the number of lines to skip.
    private static Result<Integer, Mistake> skip(List<String> args) {
        int skip = 0;
        for (String arg : args) {
            if (arg.startsWith("--skip=")) {
                skip = number(arg.substring("--skip=".length()));
                if (skip < 0) {
                    return new Failure<>(new Mistake(arg + " is not a number of lines", "use 0 or more"));
                }
            } else if (!arg.equals("--debug")) {
                return new Failure<>(new Mistake("unknown option " + arg, "use --skip=N or --debug"));
            }
        }
        return new Success<>(skip);
    }

    /// Returns the number in a text, or -1 if the text is not a number.
    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /// Returns the message of an exception, or the name of its class if it has no message.
    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
