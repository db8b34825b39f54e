package dev.minikv.step07.offenders.file;

import dev.minikv.step07.repl.Repl;

/// A file that talks to the prompt.
public final class ObedientFile {

    private Repl repl;
}
