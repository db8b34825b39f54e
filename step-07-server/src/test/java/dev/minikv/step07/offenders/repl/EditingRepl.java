package dev.minikv.step07.offenders.repl;

import org.jline.reader.LineReader;

/// A REPL that reads its lines with JLine, and so cannot run without it.
public final class EditingRepl {

    String next(LineReader reader) {
        return reader.readLine();
    }
}
