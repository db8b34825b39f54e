package dev.minikv.step07.terminal;

import dev.minikv.step07.repl.Completion;
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

/// JLine, set up for this program.
final class LineEditor {

    private static final String DROP_LINE = "drop-line";
    private static final String DO_NOTHING = "do-nothing";
    private static final String PLAIN = "fg:default"; // colour is for errors

    /// JLine's logger, switched off. The constant keeps it alive: a logger without references is forgotten.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private LineEditor() {}

    /// Takes over the terminal that the program was started from.
    ///
    /// @throws IOException if the terminal cannot be opened
    static Terminal terminal() throws IOException {
        JLINE.setLevel(Level.OFF);
        // A Windows console needs native code, which Java calls through its foreign function interface.
        // Elsewhere the program `stty` is enough: slower, but without native code.
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        // JLine leaves a terminal named "dumb" alone, so Ctrl-\ could not be switched off.
        boolean isDumb = Terminal.TYPE_DUMB.equals(System.getenv("TERM"));
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .type(isDumb ? "dumb-terminal" : null)
                .provider(isWindows ? "ffm" : "exec")
                .dumb(true)
                .build();
        if (terminal.getWidth() == 0) { // some pseudo-terminals report no size
            terminal.setSize(new Size(80, 24));
        }
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VQUIT, 0); // Ctrl-\
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            // Ctrl-C arrives as a key, in order: a signal may overtake keys typed earlier, or get lost.
            attributes.setControlChar(ControlChar.VINTR, 0);
        }
        terminal.setAttributes(attributes);
        return terminal;
    }

    /// Returns a reader of lines that can be edited on the terminal.
    ///
    /// @param completions returns the completions of a line, given up to the cursor
    /// @param history recalls earlier lines and records new ones
    static LineReader reader(Terminal terminal, Function<String, Completion> completions, LineHistory history) {
        var completion = new LineCompletion(completions);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(completion)
                .completer(completion)
                .completionMatcher(completion)
                .history(history)
                .variable(LineReader.HISTORY_SIZE, HistoryFile.MAX_LINES)
                .variable(LineReader.BLINK_MATCHING_PAREN, 0) // the cursor stays where the user types
                .variable(LineReader.COMPLETION_STYLE_STARTING, PLAIN)
                .variable(LineReader.COMPLETION_STYLE_LIST_STARTING, PLAIN)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // `!` is an ordinary character
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
