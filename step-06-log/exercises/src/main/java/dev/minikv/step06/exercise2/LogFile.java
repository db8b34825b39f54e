package dev.minikv.step06.exercise2;

import java.io.IOException;

/// The file of a log.
public interface LogFile {

    /// Returns all bytes.
    byte[] read() throws IOException;

    /// Removes the bytes from an offset on. The change survives a power cut only if it is forced.
    void truncate(int offset) throws IOException;

    /// Waits until all changes are on the disk.
    void force() throws IOException;
}
