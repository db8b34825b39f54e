package dev.minikv.step07.offenders.log;

import dev.minikv.step07.file.FileProblem;

/// A log that needs what exports entries to a file.
public final class LeaningLog {

    private FileProblem problem;
}
