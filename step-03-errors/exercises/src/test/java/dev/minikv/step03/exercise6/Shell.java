package dev.minikv.step03.exercise6;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Runs a [Loader] as a shell would, and notes what can be seen of it from outside.
final class Shell {

    private Shell() {}

    /// Runs the program, and returns what it wrote, first to `out` and then to `err`, and its exit code.
    static String run(Map<String, String> entries, Reader in, String... args) {
        return run(entries, in, new StringWriter(), args);
    }

    /// Runs the program with an output of its own.
    static String run(Map<String, String> entries, Reader in, Writer out, String... args) {
        var err = new StringWriter();
        int exitCode = new Loader(entries).run(List.of(args), in, out, new PrintWriter(err, true));
        String written = out instanceof StringWriter ? out.toString() : "";
        return labelled("out: ", written.lines().toList())
                + labelled("err: ", shortened(err.toString().lines().toList()))
                + "exit code " + exitCode + "\n";
    }

    /// Returns an input that cannot be read.
    static Reader failing(Exception failure) {
        return new Reader() {
            @Override
            public int read(char[] buffer, int start, int length) throws IOException {
                if (failure instanceof IOException fault) {
                    throw fault;
                }
                throw (RuntimeException) failure;
            }

            @Override
            public void close() {}
        };
    }

    /// Returns entries to which none can be added.
    static Map<String, String> buggy(RuntimeException bug) {
        return new HashMap<>() {
            @Override
            public String put(String key, String value) {
                throw bug;
            }
        };
    }

    /// Returns an output that takes some text into its buffer, and has no place to write it to.
    static Writer fullDisk() {
        return new BufferedWriter(new Writer() {
            @Override
            public void write(char[] chars, int start, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    /// Returns an output that has a bug of its own.
    static Writer buggyOutput(RuntimeException bug) {
        return new Writer() {
            @Override
            public void write(char[] chars, int start, int length) {
                throw bug;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String labelled(String label, List<String> lines) {
        return lines.stream().map(line -> label + line + "\n").collect(Collectors.joining());
    }

    /// Returns the lines with a stack trace in one of them: the class of the exception at its bottom,
    /// which was thrown first.
    private static List<String> shortened(List<String> lines) {
        int frame = 0;
        while (frame < lines.size() && !lines.get(frame).startsWith("\tat ")) {
            frame++;
        }
        if (frame == 0 || frame == lines.size()) {
            return lines;
        }
        String first = lines.get(frame - 1);
        String bottom = lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce(first, (_, last) -> last)
                .replace("Caused by: ", "");
        String className = bottom.split(":")[0];
        var shortened = new ArrayList<>(lines.subList(0, frame - 1));
        shortened.add("(stack trace of " + className.substring(className.lastIndexOf('.') + 1) + ")");
        return shortened;
    }
}
