package dev.minikv.step06.exercise3;

import java.io.IOException;

/// A log on a disk.
public interface Log {

    /// Writes a change at the end of the log. From then on it survives a crash of the program, but not yet a
    /// power cut.
    ///
    /// @throws IOException if it cannot be written
    void append(Change change) throws IOException;

    /// Waits until all changes in the log are on the disk, where they survive a power cut.
    ///
    /// @throws IOException if they may not be there
    void force() throws IOException;
}
