package dev.minikv.step03.terminal;

import dev.minikv.step03.repl.Completion;
import dev.minikv.step03.repl.Console;
import dev.minikv.step03.repl.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// A person at a terminal: lines can be edited, recalled and completed.
///
/// Ctrl-C drops the line that is being typed, Ctrl-D on an empty one ends the input, Ctrl-R searches
/// the history.
public final class TerminalConsole implements Console, AutoCloseable {

    private static final String PROMPT = "> ";
    private static final int MAX_LINES_KEPT = 1000;
    private static final String DROP_LINE = "drop-line";
    private static final String PLAIN = "fg:default"; // colour is for errors

    /// What JLine logs goes nowhere: held here, because loggers that nobody holds are forgotten.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final LineReader reader;
    private final boolean colours;
    private final List<Fault> faults;
    private final Queue<String> lines = new ArrayDeque<>(); // entered, and not yet asked for

    private TerminalConsole(Terminal terminal, LineReader reader, boolean colours, List<Fault> faults) {
        this.terminal = terminal;
        this.reader = reader;
        this.colours = colours;
        this.faults = faults;
    }

    /// Takes over the terminal that the program was started from.
    ///
    /// @param completions what a line, up to the cursor, may go on with
    /// @throws IOException if the terminal cannot be opened
    public static TerminalConsole open(Function<String, Completion> completions) throws IOException {
        JLINE.setLevel(Level.OFF);
        // A Windows console answers to native code only, which Java's foreign functions call. Elsewhere the
        // program `stty` does it: slower, and without any native code.
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .provider(isWindows ? "ffm" : "exec")
                .dumb(true)
                .build();
        if (terminal.getWidth() == 0) { // as of some programs that play a terminal
            terminal.setSize(new Size(80, 24));
        }
        // Ctrl-C comes as a key, after those that were typed before it: a signal may overtake them, or get lost.
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(Attributes.ControlChar.VINTR, 0);
        terminal.setAttributes(attributes);
        var completion = new LineCompletion(completions);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(completion)
                .completer(completion)
                .variable(LineReader.HISTORY_SIZE, MAX_LINES_KEPT)
                .variable(LineReader.HISTORY_FILE_SIZE, MAX_LINES_KEPT)
                .variable(LineReader.BLINK_MATCHING_PAREN, 0) // the cursor stays where the typing is
                .variable(LineReader.COMPLETION_STYLE_STARTING, PLAIN)
                .variable(LineReader.COMPLETION_STYLE_LIST_STARTING, PLAIN)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // a `!` is a character
                .build();
        reader.getWidgets().put(DROP_LINE, () -> {
            throw new UserInterruptException(reader.getBuffer().toString());
        });
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(DROP_LINE), KeyMap.ctrl('C'));
        boolean colours = System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        var faults = new ArrayList<Fault>();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            faults.add(new Fault.PlainTerminal());
        }
        openHistory(reader).ifPresent(faults::add);
        return new TerminalConsole(terminal, reader, colours, faults);
    }

    /// Lets the reader keep its lines in a file, and returns why it cannot, if so.
    private static Optional<Fault> openHistory(LineReader reader) {
        Path file = HistoryFile.place(System.getenv(), Path.of(System.getProperty("user.home")));
        try {
            HistoryFile.prepare(file);
            reader.setVariable(LineReader.HISTORY_FILE, file);
            reader.getHistory().attach(reader); // reads the file, which JLine otherwise does at the first line
            return Optional.empty();
        } catch (IOException | RuntimeException e) { // of several types: JLine is not prepared for a damaged file
            reader.setVariable(LineReader.HISTORY_FILE, null);
            return Optional.of(new Fault.HistoryFailed(file, e));
        }
    }

    /// Returns what did not work when the terminal was opened: it can be used without.
    public List<Fault> faults() {
        return faults;
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public Optional<String> readLine() {
        while (lines.isEmpty()) {
            try {
                // More than one line if they were pasted.
                lines.addAll(List.of(reader.readLine(PROMPT).split("\n")));
            } catch (UserInterruptException _) {
                // Ctrl-C: the line is dropped, and the next one is asked for.
            } catch (EndOfFileException _) {
                return Optional.empty();
            }
        }
        return Optional.of(lines.remove());
    }

    @Override
    public void print(String text) {
        terminal.writer().println(text);
    }

    @Override
    public void printError(String wrong, String details) {
        AttributedStyle style =
                colours ? AttributedStyle.BOLD.foreground(AttributedStyle.RED) : AttributedStyle.DEFAULT;
        print(new AttributedString(wrong, style).toAnsi(terminal) + "\n" + details);
    }

    @Override
    public List<String> history() {
        var lines = new ArrayList<String>();
        for (History.Entry entry : reader.getHistory()) {
            lines.add(entry.line());
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        terminal.flush(); // which closing does not
        terminal.close();
    }
}
