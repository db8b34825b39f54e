package dev.minikv.step04.terminal;

import dev.minikv.step04.repl.Utf8Reader;
import java.io.BufferedReader;
import java.io.IOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/// Whole lines from a terminal that cannot be controlled. The system shows what is typed, lets it be
/// corrected, and forgets it at Ctrl-C: there is nothing left to do but to ask.
final class PlainLines {

    private final Terminal terminal;
    private final String prompt;
    private final BufferedReader in;

    /// Creates the lines of a terminal, at which Ctrl-C from now on ends a line and not the program.
    PlainLines(Terminal terminal, String prompt) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.in = new BufferedReader(new Utf8Reader(terminal.input()));
        Signals.register("INT", () -> show("\n" + prompt));
    }

    /// Asks for a line, and waits for it.
    ///
    /// @param history where it is noted
    /// @throws EndOfFileException when the input is over
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
