package dev.minikv.step07.terminal;

import dev.minikv.step07.repl.Utf8Reader;
import java.io.BufferedReader;
import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/// Whole lines from a terminal that does not support line editing. The operating system echoes the
/// keys, handles Backspace, and drops the line at Ctrl-C; this class only prompts and reads.
final class PlainLines {

    private final Terminal terminal;
    private final String prompt;
    private final BufferedReader in;

    /// Prepares a terminal: from now on Ctrl-C drops the current line and does not end the program.
    PlainLines(Terminal terminal, String prompt) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.in = new BufferedReader(new Utf8Reader(terminal.input()));
        Signals.register("INT", () -> show("\n" + prompt));
    }

    /// Asks for a line and waits for it.
    ///
    /// @param history records the line
    /// @throws EndOfFileException at the end of the input
    String ask(History history) throws IOException {
        show(prompt);
        String line = in.readLine();
        if (line == null) {
            show("\n");
            throw new EndOfFileException();
        }
        history.add(line);
        return line;
    }

    private void show(String text) {
        terminal.writer().print(text);
        terminal.flush();
    }
}
