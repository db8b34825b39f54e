package dev.minikv.step07.exercise6;

import java.io.IOException;

/// A log on a disk, which another thread may be compacting.
public interface Log {

    /// Waits until all changes so far are on the disk. This is possible while the log is compacted.
    ///
    /// @throws IOException if they may not be there
    void force() throws IOException;

    /// Returns whether the log is being compacted. That ends by itself.
    boolean isCompacting();

    /// Interrupts the thread that compacts the log. If it is inside a file at that moment, the JDK closes this file,
    /// also for everybody else who uses it.
    void interrupt();

    /// Closes the log, which must not be compacted at that moment.
    ///
    /// @throws IOException if that fails
    void close() throws IOException;
}
