package dev.minikv.workbook.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Optional;

/// Where a command prints, and what it may print there.
///
/// @param out for results
/// @param err for errors
/// @param in for answers to questions
/// @param isTerminal whether this is a terminal: then the user can be asked, and the screen cleared
/// @param isColoured whether colours are wanted: never without a terminal, and never under NO_COLOR
public record Screen(PrintWriter out, PrintWriter err, BufferedReader in, boolean isTerminal, boolean isColoured) {

    /// Returns the screen of this process, in UTF-8 whatever the locale.
    public static Screen ofProcess() {
        Console console = System.console();
        boolean isTerminal = console != null && console.isTerminal();
        String noColor = System.getenv("NO_COLOR");
        return new Screen(
                new OutputWriter(new FileOutputStream(FileDescriptor.out)),
                new OutputWriter(new FileOutputStream(FileDescriptor.err)),
                new BufferedReader(new InputStreamReader(System.in, UTF_8)),
                isTerminal,
                isTerminal && (noColor == null || noColor.isEmpty()));
    }

    /// Returns why some of the output could not be written; empty if all was, or if its reader closed the
    /// pipe.
    Optional<IOException> lostOutput() {
        return out instanceof OutputWriter output ? output.failure() : Optional.empty();
    }

    void print(String line) {
        out.println(line);
    }

    /// Prints a record, or a list of them, as JSON.
    void printJson(Object value) {
        var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        print(gson.toJson(value));
    }

    /// Prints a report, its headline in green or red.
    void printReport(Iterable<String> lines) {
        for (String line : lines) {
            print(line.startsWith("✓") ? green(line) : line.startsWith("✗") ? red(line) : line);
        }
    }

    /// Asks a question that can be answered with y; without a terminal, or at the end of the input,
    /// the answer is no.
    boolean confirms(String question) throws IOException {
        if (!isTerminal) {
            return false;
        }
        out.print(question + " [y/N] ");
        out.flush();
        String answer = in.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    /// Clears the terminal, so that a new report starts at the top.
    void clear() {
        if (isTerminal) {
            out.print("\033[H\033[2J\033[3J");
            out.flush();
        }
    }

    String green(String text) {
        return coloured("32", text);
    }

    String red(String text) {
        return coloured("31", text);
    }

    String bold(String text) {
        return coloured("1", text);
    }

    String dim(String text) {
        return coloured("2", text);
    }

    private String coloured(String code, String text) {
        return isColoured ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
