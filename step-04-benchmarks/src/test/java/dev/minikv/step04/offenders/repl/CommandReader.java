package dev.minikv.step04.offenders.repl;

import java.io.IOException;
import java.io.Reader;

/// A parser that reads for itself, so that a test has to make a stream of every line.
public final class CommandReader {

    boolean isQuit(Reader in) throws IOException {
        return in.read() == 'q';
    }
}
