package dev.minikv.step06.offenders.file;

import dev.minikv.step06.repl.Repl;

/// A file that talks to the prompt.
public final class ObedientFile {

    private Repl repl;
}
