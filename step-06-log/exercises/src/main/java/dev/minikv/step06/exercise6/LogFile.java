package dev.minikv.step06.exercise6;

import java.io.Closeable;
import java.io.IOException;

/// A file that records are written to, one after the other. Closing it a second time does nothing.
public interface LogFile extends Closeable {

    /// Writes a record. If that fails, a part of it may be in the file, and every record after it is out of reach.
    void write(String record) throws IOException;

    /// Waits until all records are on the disk.
    ///
    /// If that fails, the system may have dropped records that were not forced yet, which the next call does not
    /// know: it returns as if all was well, and so does each call after it.
    void force() throws IOException;
}
