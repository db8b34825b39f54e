package dev.minikv.step07.log;

/// Why a folder could not be opened or compacted. What it holds is as it was.
public sealed interface LogProblem {

    /// Another process has the folder open.
    record InUse(String folder) implements LogProblem {}

    /// The disk has failed.
    record DiskFailed(String folder, Exception cause) implements LogProblem {}

    /// A file is of a version that this program does not know yet.
    record Newer(String file) implements LogProblem {}

    /// Records are missing that were on the disk before.
    ///
    /// @param file where the first of them should be
    /// @param offset its first byte, counted from 0
    /// @param lost how many records are missing, as far as one can tell
    /// @param entries how many entries would be left
    record Damaged(String file, long offset, long lost, int entries) implements LogProblem {}
}
