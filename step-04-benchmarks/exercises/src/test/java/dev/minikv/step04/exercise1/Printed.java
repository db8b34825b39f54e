package dev.minikv.step04.exercise1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Records everything that is printed or logged until it is closed, and also prints it to System.out.
///
/// Create it before the benchmark's class is loaded, because that class may keep System.out in a field.
final class Printed implements AutoCloseable {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final List<Handler> handlers = List.of(root.getHandlers());
    private final ByteArrayOutputStream noted = new ByteArrayOutputStream();
    private final PrintStream noting = new PrintStream(
            new FilterOutputStream(out) {

                @Override
                public void write(int b) throws IOException {
                    noted.write(b);
                    super.write(b);
                }
            },
            true,
            UTF_8);
    private final Handler printing = new Handler() {

        @Override
        public void publish(LogRecord message) {
            noting.println(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Printed() {
        System.setOut(noting);
        System.setErr(noting);
        handlers.forEach(root::removeHandler);
        root.addHandler(printing);
    }

    /// Returns everything that has been printed and logged so far.
    String text() {
        return noted.toString(UTF_8);
    }

    @Override
    public void close() {
        root.removeHandler(printing);
        handlers.forEach(root::addHandler);
        System.setErr(err);
        System.setOut(out);
    }
}
