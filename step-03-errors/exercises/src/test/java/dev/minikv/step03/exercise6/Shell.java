package dev.minikv.step03.exercise6;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Runs a [Loader] as a shell would, and records what is visible from outside.
final class Shell {

    private static final String FRAMES = "(?:\tat \\S+\\(.+\\)\n)*+(?:\t\\.\\.\\. \\d+ more\n)?+";

    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^(?<top>[\\w.$]+)(?:: .*)?\n(?=\tat )" + FRAMES
            + "(?:Caused by: (?<bottom>[\\w.$]+)(?:: .*)?\n" + FRAMES + ")*+");

    private Shell() {}

    /// Runs the program, and returns what it wrote, first to `out` and then to `err`, and its exit code.
    static String run(Loader loader, Reader in, String... args) {
        return run(loader, in, new StringWriter(), args);
    }

    /// Runs the program with the given output.
    static String run(Loader loader, Reader in, Writer out, String... args) {
        var err = new StringWriter();
        var console = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
        int exitCode;
        try {
            exitCode = loader.run(List.of(args), in, out, new PrintWriter(err, true));
        } finally {
            System.setErr(usual);
        }
        String written = out instanceof StringWriter ? out.toString() : "";
        return (written.isEmpty() ? "" : "out: " + written)
                + labelled("err: ", err.toString())
                + labelled("System.err: ", console.toString(StandardCharsets.UTF_8))
                + "exit code " + exitCode + "\n";
    }

    /// Runs the program once for each argument, always on the same text.
    static String runEach(Loader loader, String text, String... args) {
        return Arrays.stream(args)
                .map(arg -> run(loader, new StringReader(text), arg))
                .collect(Collectors.joining());
    }

    /// Returns an input that cannot be read.
    static Reader failing(Exception failure) {
        return failingAfter("", failure);
    }

    /// Returns an input that fails after some text.
    static Reader failingAfter(String text, Exception failure) {
        var readable = new StringReader(text);
        return new Reader() {
            @Override
            public int read(char[] buffer, int start, int length) throws IOException {
                int count = readable.read(buffer, start, length);
                if (count < 0) {
                    fail(failure);
                }
                return count;
            }

            @Override
            public void close() {}
        };
    }

    /// Runs the program with a map of entries that has a bug.
    static String runBuggy(RuntimeException bug) {
        var loader = new Loader(new HashMap<>() {
            @Override
            public String put(String key, String value) {
                throw bug;
            }
        });
        return run(loader, new StringReader("tea=hot"));
    }

    /// Returns an output that buffers some text and fails when it has to write it.
    static Writer fullDisk() {
        return new BufferedWriter(failingWrite(new IOException("no space left")));
    }

    /// Returns an output that fails whenever it is written to.
    static Writer failingWrite(Exception failure) {
        return output(failure, null);
    }

    /// Returns an output that accepts any text, and fails when it is flushed.
    static Writer failingFlush(Exception failure) {
        return output(null, failure);
    }

    private static Writer output(Exception inWrite, Exception inFlush) {
        return new Writer() {
            @Override
            public void write(char[] chars, int start, int length) throws IOException {
                fail(inWrite);
            }

            @Override
            public void flush() throws IOException {
                fail(inFlush);
            }

            @Override
            public void close() {}
        };
    }

    private static void fail(Exception failure) throws IOException {
        switch (failure) {
            case null -> {}
            case IOException fault -> throw fault;
            case RuntimeException bug -> throw bug;
            default -> throw new AssertionError(failure);
        }
    }

    /// Returns the lines of a text, each after a label. A whole stack trace becomes one line with the class
    /// of the exception and of the one at the bottom, which was thrown first.
    private static String labelled(String label, String text) {
        String lines = text.lines().map(line -> line + "\n").collect(Collectors.joining());
        return STACK_TRACE
                .matcher(lines)
                .replaceAll(trace -> "(stack trace of " + simple(trace.group("top"))
                        + (trace.group("bottom") == null ? "" : ", caused by " + simple(trace.group("bottom"))) + ")\n")
                .lines()
                .map(line -> label + line + "\n")
                .collect(Collectors.joining());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
