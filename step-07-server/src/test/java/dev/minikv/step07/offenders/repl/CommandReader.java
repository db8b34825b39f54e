package dev.minikv.step07.offenders.repl;

import java.io.IOException;
import java.io.Reader;

/// A parser that does its own reading, so that a test has to wrap every line in a stream.
public final class CommandReader {

    boolean isQuit(Reader in) throws IOException {
        return in.read() == 'q';
    }
}
