package dev.minikv.step07.terminal;

import dev.minikv.step07.repl.Completion;
import dev.minikv.step07.repl.Console;
import dev.minikv.step07.repl.Fault;
import dev.minikv.step07.repl.Wording;
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
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.ShutdownHooks;

/// A person at a terminal: lines can be edited, recalled and completed.
///
/// Ctrl-C drops the line that is being typed, Ctrl-D on an empty line ends the input, and Ctrl-R
/// searches the history. Ctrl-\ does nothing; normally the JVM would print a dump of its threads.
public final class TerminalConsole implements Console, AutoCloseable {

    private static final String PROMPT = "> ";

    private final Terminal terminal;
    private final LineReader reader;
    private final LineHistory history = new LineHistory();
    private final Optional<PlainLines> plainLines; // used instead of the reader without line editing
    private final boolean colours;
    private final List<Fault> faults = new ArrayList<>();
    private int columns = 0; // 0 if unknown since the last line: finding out takes a process
    private final Queue<String> lines = new ArrayDeque<>(); // entered and not yet returned
    private final Thread session = Thread.currentThread();
    private final ReentrantLock typing = new ReentrantLock(); // held by the session while a line is typed
    private volatile boolean isOver = false; // a signal is ending the program

    /// Takes over the terminal that the program was started from.
    ///
    /// @param completions returns the completions of a line, given up to the cursor
    /// @throws IOException if the terminal cannot be opened
    public TerminalConsole(Function<String, Completion> completions) throws IOException {
        ShutdownHooks.add(this::endLine); // runs before the hook of JLine, added later, closes the terminal
        terminal = LineEditor.terminal();
        reader = LineEditor.reader(terminal, completions, history);
        boolean isPlain = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        colours = !isPlain && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        plainLines = isPlain ? Optional.of(new PlainLines(terminal, PROMPT)) : Optional.empty();
        if (isPlain) {
            faults.add(new Fault.PlainTerminal());
        }
        openHistory().ifPresent(faults::add);
    }

    /// Opens the history file, and returns why if that fails.
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

    /// Returns the faults found while opening the terminal, none of which prevents its use.
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
                // Pasted text may contain several lines.
                lines.addAll(List.of(typed().split("\n")));
                history.takeFailure()
                        .map(Wording::of)
                        .ifPresent(words -> printError(words.wrong(), "  " + words.help()));
            } catch (UserInterruptException _) {
                // Ctrl-C drops the line; ask for the next one.
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

    /// Ends the line that is being typed when a signal ends the program, so that the next output on the
    /// screen, such as the prompt of a shell, starts on a new line.
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
        terminal.flush(); // closing does not flush
        terminal.close();
    }
}
