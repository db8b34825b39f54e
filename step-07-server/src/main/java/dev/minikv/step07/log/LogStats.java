package dev.minikv.step07.log;

import java.time.Duration;
import java.util.Optional;

/// What a folder holds, and what it has cost.
///
/// @param entries how many keys have a value
/// @param liveBytes how many bytes the frames of these entries take
/// @param deadBytes how many bytes other frames take: those of old values, deleted keys and deletions
/// @param segments how many files the log has, the snapshot not counted
/// @param forces how many times a file of the log was forced since the store was opened
/// @param opened how the store was opened
/// @param failure why the last compaction failed, if it did
public record LogStats(
        int entries,
        long liveBytes,
        long deadBytes,
        int segments,
        long forces,
        Opened opened,
        Optional<LogProblem> failure) {

    /// How a store was opened.
    ///
    /// @param records how many records of the log were applied
    /// @param snapshotEntries how many entries came from a snapshot
    /// @param cutBytes how many bytes at the end were cut
    /// @param damaged whether the log was damaged, and opened all the same
    /// @param lost how many records a salvage could not find, as far as one can tell
    /// @param time how long it took
    public record Opened(
            long records, long snapshotEntries, long cutBytes, boolean damaged, long lost, Duration time) {}
}
