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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.ShutdownHooks;

/// A person at a terminal: lines can be edited, recalled and completed.
///
/// Ctrl-C drops the line that is being typed, Ctrl-D on an empty one ends the input, Ctrl-R searches
/// the history. Ctrl-\ does nothing: without that, the JVM would list its threads.
public final class TerminalConsole implements Console, AutoCloseable {

    private static final String PROMPT = "> ";
    private static final String DROP_LINE = "drop-line";
    private static final String DO_NOTHING = "do-nothing";
    private static final String PLAIN = "fg:default"; // colour is for errors

    /// What JLine logs goes nowhere: held here, because loggers that nobody holds are forgotten.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Terminal terminal;
    private final LineReader reader;
    private final LineHistory history = new LineHistory();
    private final Optional<PlainLines> plainLines; // instead of the reader's, if it can do no more
    private final boolean colours;
    private final List<Fault> faults = new ArrayList<>();
    private int columns = 0; // 0 if not asked for since the last line was typed: it takes a process to ask
    private final Queue<String> lines = new ArrayDeque<>(); // entered, and not yet asked for
    private final Thread session = Thread.currentThread();
    private final ReentrantLock typing = new ReentrantLock(); // held by the session while a line is typed
    private volatile boolean isOver = false; // a signal is ending the program

    /// Takes over the terminal that the program was started from.
    ///
    /// @param completions what a line, up to the cursor, may go on with
    /// @throws IOException if the terminal cannot be opened
    public TerminalConsole(Function<String, Completion> completions) throws IOException {
        JLINE.setLevel(Level.OFF);
        ShutdownHooks.add(this::endLine); // before JLine adds one that closes the terminal: they run in this order
        terminal = openTerminal();
        reader = reader(completions);
        boolean isPlain = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        colours = !isPlain && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        plainLines = isPlain ? Optional.of(new PlainLines(terminal, PROMPT)) : Optional.empty();
        if (isPlain) {
            faults.add(new Fault.PlainTerminal());
        }
        openHistory().ifPresent(faults::add);
    }

    private static Terminal openTerminal() throws IOException {
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

    private LineReader reader(Function<String, Completion> completions) {
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

    /// Keeps the lines in a file, and returns why it cannot, if so.
    private Optional<Fault> openHistory() {
        Optional<Path> place = HistoryFile.place(System.getenv(), System.getProperty("user.home"));
        if (place.isEmpty()) {
            return Optional.of(new Fault.NoHome());
        }
        try {
            history.keepIn(new HistoryFile(place.get()), reader);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Fault.HistoryFailed(place.get(), e));
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
    public int columns() {
        if (columns == 0) {
            columns = terminal.getWidth();
        }
        return columns;
    }

    @Override
    public Optional<String> readLine() throws IOException {
        while (lines.isEmpty() && !isOver) {
            try {
                // More than one line if they were pasted.
                lines.addAll(List.of(typed().split("\n")));
            } catch (UserInterruptException _) {
                // Ctrl-C: the line is dropped, and the next one is asked for.
            } catch (EndOfFileException _) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(lines.poll());
    }

    private String typed() throws IOException {
        columns = 0;
        typing.lock();
        try {
            return plainLines.isPresent() ? plainLines.get().ask(history) : reader.readLine(PROMPT);
        } finally {
            typing.unlock();
        }
    }

    /// Ends the line that is being typed, when a signal ends the program: what comes next on the screen,
    /// such as the prompt of a shell, starts on a line of its own.
    private void endLine() throws InterruptedException {
        if (!typing.isLocked()) {
            return;
        }
        if (plainLines.isPresent()) {
            print("");
            terminal.flush();
            return;
        }
        isOver = true;
        session.interrupt(); // as if Ctrl-C had been pressed: JLine moves on to the next line
        typing.tryLock(1, TimeUnit.SECONDS);
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
        for (History.Entry entry : history) {
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
