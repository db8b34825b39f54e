package dev.minikv.step04.terminal;

import dev.minikv.step04.repl.Completion;
import java.io.IOException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// JLine, set up as this program wants it.
final class LineEditor {

    private static final String DROP_LINE = "drop-line";
    private static final String DO_NOTHING = "do-nothing";
    private static final String PLAIN = "fg:default"; // colour is for errors

    /// What JLine logs goes nowhere: held here, because loggers that nobody holds are forgotten.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private LineEditor() {}

    /// Takes over the terminal that the program was started from.
    ///
    /// @throws IOException if it cannot be opened
    static Terminal terminal() throws IOException {
        JLINE.setLevel(Level.OFF);
        // A Windows console answers to native code only, which Java's foreign functions call. Elsewhere the
        // program `stty` does it: slower, and without any native code.
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        // By its own name JLine would leave a dumb terminal alone, and Ctrl-\ could not be switched off.
        boolean isDumb = Terminal.TYPE_DUMB.equals(System.getenv("TERM"));
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .type(isDumb ? "dumb-terminal" : null)
                .provider(isWindows ? "ffm" : "exec")
                .dumb(true)
                .build();
        if (terminal.getWidth() == 0) { // as of some programs that play a terminal
            terminal.setSize(new Size(80, 24));
        }
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VQUIT, 0); // Ctrl-\
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            // Ctrl-C comes as a key, after those that were typed before it: a signal may overtake them, or get lost.
            attributes.setControlChar(ControlChar.VINTR, 0);
        }
        terminal.setAttributes(attributes);
        return terminal;
    }

    /// Returns what reads lines from a terminal, and lets them be edited there.
    ///
    /// @param completions what a line, up to the cursor, may go on with
    /// @param history where lines are recalled from, and noted
    static LineReader reader(Terminal terminal, Function<String, Completion> completions, LineHistory history) {
        var completion = new LineCompletion(completions);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(completion)
                .completer(completion)
                .completionMatcher(completion)
                .history(history)
                .variable(LineReader.HISTORY_SIZE, HistoryFile.MAX_LINES)
                .variable(LineReader.BLINK_MATCHING_PAREN, 0) // the cursor stays where the typing is
                .variable(LineReader.COMPLETION_STYLE_STARTING, PLAIN)
                .variable(LineReader.COMPLETION_STYLE_LIST_STARTING, PLAIN)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // a `!` is a character
                .build();
        reader.getWidgets().put(DROP_LINE, () -> {
            throw new UserInterruptException(reader.getBuffer().toString());
        });
        reader.getWidgets().put(DO_NOTHING, () -> true);
        KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        keys.bind(new Reference(DROP_LINE), KeyMap.ctrl('C'));
        keys.bind(new Reference(DO_NOTHING), KeyMap.ctrl('\\'));
        return reader;
    }
}
