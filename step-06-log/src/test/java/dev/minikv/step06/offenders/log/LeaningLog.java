package dev.minikv.step06.offenders.log;

import dev.minikv.step06.file.FileProblem;

/// A log that needs what exports entries to a file.
public final class LeaningLog {

    private FileProblem problem;
}
