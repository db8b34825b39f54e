package dev.minikv.step07.offenders.log;

import dev.minikv.step07.log.LogProblem;
import dev.minikv.step07.repl.Fault;

/// A log that turns its problems into those of the prompt.
public final class EloquentLog {

    Fault explain(LogProblem problem) {
        return new Fault.LogFailed(problem);
    }
}
