package dev.minikv.step07.offenders.terminal;

import java.io.IOException;

/// A terminal that words its failures itself, in the message of an exception.
public final class EloquentTerminal {

    void open() throws IOException {
        throw new IOException("it is not a file that can be written");
    }
}
