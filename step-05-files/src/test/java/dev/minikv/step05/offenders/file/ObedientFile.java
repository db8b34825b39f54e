package dev.minikv.step05.offenders.file;

import dev.minikv.step05.repl.Repl;

/// A file that talks to the prompt.
public final class ObedientFile {

    private Repl repl;
}
