package dev.minikv.step07.terminal;

import dev.minikv.step07.repl.Fault;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/// The lines typed so far: in memory, where the arrow keys find them, and in a file if there is one.
///
/// JLine can keep a history file itself, but lets it grow to a quarter above its limit, and further by
/// what other sessions add.
final class LineHistory extends DefaultHistory {

    private HistoryFile file; // null if the lines are lost at the end of the session
    private Optional<Fault> failure = Optional.empty();

    /// Reads the lines of earlier sessions from a file, and from now on adds new lines to it.
    ///
    /// @throws IOException if the file cannot be read or written
    void keepIn(HistoryFile file, LineReader reader) throws IOException {
        file.prepare();
        attach(reader);
        for (String line : file.add()) {
            super.add(Instant.now(), line);
        }
        this.file = file;
    }

    /// Adds what was typed, which is several lines if they were pasted. JLine omits some lines, such as
    /// those that start with a space.
    @Override
    public void add(Instant time, String typed) {
        for (String line : typed.split("\n")) {
            int before = last();
            super.add(time, line);
            if (last() > before && file != null) {
                keep(get(last()));
            }
        }
    }

    private void keep(String line) {
        try {
            file.add(line);
        } catch (IOException e) {
            failure = Optional.of(new Fault.HistoryFailed(file.path(), e));
            file = null; // the session continues without the file
        }
    }

    /// Returns why lines are no longer kept, once.
    Optional<Fault> takeFailure() {
        Optional<Fault> taken = failure;
        failure = Optional.empty();
        return taken;
    }
}
